import { dollars } from '../money.ts';
import { makeFrame } from '../frame/frame.ts';
import type { Frame } from '../frame/frame.ts';
import { DEFAULTS, YEAR_IN_PROGRESS } from '../options.ts';

/**
 * Amounts of fiscal 2023, 2024, 2025 and of the year in progress in whole dollars, at the size of the sample district;
 * the year in progress is planned like 2025 where it has no figure of its own.
 */
export type ByYear = readonly [number, number, number, number?];

/** A year of a district: its figures are those of the sample district, scaled by its students. */
export interface BudgetYear {
  readonly frame: Frame;
  readonly year: number;
  /** The year's figure; years before 2023 have the figure of 2023. */
  of(figures: ByYear): number;
  /** The year's amount at the district's size, in cents, whole dollars. */
  amount(figures: ByYear): bigint;
  /** A count of the sample district at the district's size, at least 1 of what was not 0. */
  count(figure: number): number;
}

const sample = makeFrame(DEFAULTS);

export function budgetYear(frame: Frame, year: number): BudgetYear {
  const of = ([first, second, third, fourth]: ByYear): number => {
    if (year >= YEAR_IN_PROGRESS) return fourth ?? third;
    return year === 2025 ? third : year === 2024 ? second : first;
  };
  const students = BigInt(frame.total(year));
  const sampleStudents = BigInt(sample.total(Math.max(year, 2023)));
  const amount = (figures: ByYear): bigint =>
    dollars(Number((BigInt(of(figures)) * students) / sampleStudents));
  const count = (figure: number): number =>
    figure === 0
      ? 0
      : Math.max(1, Number((BigInt(figure) * students + sampleStudents / 2n) / sampleStudents));
  return { frame, year, of, amount, count };
}
