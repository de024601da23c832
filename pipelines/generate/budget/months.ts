import type { Event } from '../events.ts';
import { sum } from '../money.ts';
import { isPay } from './build.ts';
import { byStudents } from './shares.ts';
import type { SchoolPart } from './shares.ts';
import type { BudgetYear } from './year.ts';
import type { SchoolLevel } from '../frame/frame.ts';

/** Dollars of each month of the year in progress, July first; what is not named is nothing. */
export type Months = readonly number[];

/** Twelve dollars: pay in such steps is a whole number of dollars in each month, and so are its benefits. */
const WHOLE_MONTHS = 1200n;

/** Pay of a year in progress, rounded so that any number of months of it is exact. */
export function payOfWholeMonths(it: Event): Event {
  if (!isPay(it.activity)) return it;
  const people = it.people?.map((person) => ({ ...person, pay: rounded(person.pay) }));
  if (people) return { ...it, people, amount: sum(people.map((person) => person.pay)) };
  return { ...it, amount: rounded(it.amount) };
}

const rounded = (amount: bigint): bigint => amount - (amount % WHOLE_MONTHS);

/** What a school gets of something that is planned month by month. */
export interface SchoolMonths extends SchoolPart {
  readonly byPeriod: readonly bigint[];
}

/** Shares each month's sum among schools of these levels, by students. */
export function monthsByStudents(
  at: BudgetYear,
  months: Months,
  levels: readonly SchoolLevel[],
  chosen?: Parameters<typeof byStudents>[3],
): SchoolMonths[] {
  const amounts = monthly(at, months);
  const shares = byStudents(at, sum(amounts), levels, chosen);
  const parts = amounts.map((amount) => byStudents(at, amount, levels, chosen));
  return shares.map(({ school }) => {
    const byPeriod = parts.map(
      (list) => list.find((part) => part.school.id === school.id)?.amount ?? 0n,
    );
    return { school, byPeriod, amount: sum(byPeriod) };
  });
}

/** The amounts of twelve months at the district's size. */
export function monthly(at: BudgetYear, months: Months): bigint[] {
  return Array.from({ length: 12 }, (_, index) => {
    const whole = months[index] ?? 0;
    return at.amount([whole, whole, whole]);
  });
}
