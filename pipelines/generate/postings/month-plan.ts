import type { YearPlan } from '../budget/plan.ts';
import { budgetYear } from '../budget/year.ts';
import { monthly } from '../budget/months.ts';
import type { Months } from '../budget/months.ts';
import type { Event } from '../events.ts';
import type { Frame } from '../frame/frame.ts';
import { split, sum } from '../money.ts';
import { MOST_PERIODS, YEAR_IN_PROGRESS } from '../options.ts';
import type { Density } from './density.ts';
import type { Journal } from './line.ts';
import { benefitsJournal, payJournal } from './payroll.ts';
import { purchaseJournals } from './purchases.ts';

/** Operating spending of each closed month of the year in progress: $79,000,000 from July to November. */
const OPERATING_MONTHS: Months = [15_650_000, 15_750_000, 15_800_000, 15_850_000, 15_950_000];

/** The events of the year in progress: the contract for buses brings each month to its planned sum. */
export function closeMonths(frame: Frame, plan: YearPlan, density: Density): Event[] {
  const { operating, buses, outside } = plan;
  const wanted = monthly(budgetYear(frame, YEAR_IN_PROGRESS), OPERATING_MONTHS);
  const closed = wanted
    .slice(0, MOST_PERIODS)
    .map((amount, index) => amount - posted(operating, index + 1, density, frame.options.seed));
  const later = split(buses.amount - sum(closed), Array<bigint>(12 - MOST_PERIODS).fill(1n));
  return [...operating, { ...buses, byPeriod: [...closed, ...later] }, ...outside];
}

function posted(events: readonly Event[], period: number, density: Density, seed: number): bigint {
  let total = 0n;
  const add = (journal: Journal | null): void => {
    for (const line of journal?.lines ?? []) total += line.amount;
  };
  add(payJournal(events, YEAR_IN_PROGRESS, period, density));
  add(benefitsJournal(events, YEAR_IN_PROGRESS, period, density));
  for (const journal of purchaseJournals(events, period, density, seed)) add(journal);
  return total;
}
