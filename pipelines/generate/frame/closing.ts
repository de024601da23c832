import { YEAR_IN_PROGRESS } from '../options.ts';
import type { School } from './frame.ts';

/** Linden closes on June 30 2025. Its students go to Maple and Poplar, in thousandths. */
const CLOSED = '110';
const SUCCESSORS: readonly (readonly [site: string, thousandths: number])[] = [
  ['112', 600],
  ['114', 400],
];

/** A school that is no more from a year on, and where its students went. */
export interface Closing {
  readonly school: School;
  /** The first year without it. */
  readonly year: number;
  readonly successors: readonly { readonly school: School; readonly thousandths: number }[];
}

/** The closings of a district: each copy of Linden closes where Maple or Poplar can take its students. */
export function closingsOf(schools: readonly School[]): Closing[] {
  return schools
    .filter((school) => school.like === CLOSED)
    .map((school) => ({
      school,
      year: YEAR_IN_PROGRESS,
      successors: successorsOf(school, schools),
    }))
    .filter((closing) => closing.successors.length > 0);
}

function successorsOf(closed: School, schools: readonly School[]): Closing['successors'] {
  const copy = closed.id.slice(closed.like.length);
  const there = SUCCESSORS.flatMap(([like, thousandths]) =>
    schools
      .filter((school) => school.id === like + copy)
      .map((school) => ({ school, thousandths })),
  );
  const whole = there.reduce((sum, it) => sum + it.thousandths, 0);
  return there.map((it) => ({ ...it, thousandths: (it.thousandths * 1000) / whole }));
}
