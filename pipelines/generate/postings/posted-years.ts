import { eventsOf, planParts } from '../budget/plan.ts';
import type { YearPlan } from '../budget/plan.ts';
import type { Event } from '../events.ts';
import type { Frame } from '../frame/frame.ts';
import { YEAR_IN_PROGRESS } from '../options.ts';
import { densityFor } from './density.ts';
import type { Density } from './density.ts';
import { closeMonths } from './month-plan.ts';

/** A year as far as it is in the books. */
export interface PostedYear {
  readonly year: number;
  /** The last closed period: 12 of a whole year. */
  readonly throughPeriod: number;
  readonly plan: YearPlan;
  readonly events: readonly Event[];
  readonly density: Density;
}

/** The whole years and, where asked for, the year in progress, whose lines do not change how the others are written. */
export function postedYears(frame: Frame): PostedYear[] {
  const { ledgerLines, throughPeriod } = frame.options;
  const wholes = frame.years.map((year) => {
    const plan = planParts(frame, year);
    return { year, throughPeriod: 12, plan, events: eventsOf(plan) };
  });
  const density = densityFor(
    wholes.flatMap(({ events }) => events),
    ledgerLines,
  );
  const years = wholes.map((whole) => ({ ...whole, density }));
  if (throughPeriod === 0) return years;
  const plan = planParts(frame, YEAR_IN_PROGRESS);
  // Pay is posted each month, or a small ledger would have none before December.
  const monthly = { ...density, payPeriods: 12 };
  const events = closeMonths(frame, plan, monthly);
  return [...years, { year: YEAR_IN_PROGRESS, throughPeriod, plan, events, density: monthly }];
}
