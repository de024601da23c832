import type { Event } from '../events.ts';
import { split, sum } from '../money.ts';
import { monthly } from './months.ts';
import type { Months } from './months.ts';
import type { YearPlan } from './plan.ts';
import type { BudgetYear } from './year.ts';

/** Operating dollars that are ordered and not yet paid at the end of each month of the year in progress. */
const OPERATING: Months = [9_000_000, 8_600_000, 7_600_000, 6_800_000, 6_000_000];

/** What is open of them, by activity and project; the contract for buses has the rest. */
const ORDERS: readonly (readonly [activity: string, project: string, open: Months])[] = [
  ['tutoring_services', '1601', [0, 1_200_000, 1_050_000, 850_000, 700_000]],
  ['grant_tutoring', '4105', [924_000, 840_000, 756_000, 672_000, 588_000]],
  ['outside_placements', '', [1_000_000, 900_000, 800_000, 700_000, 600_000]],
  ['technology_services', '', [900_000, 820_000, 740_000, 660_000, 580_000]],
  ['textbooks', '', [1_500_000, 900_000, 500_000, 300_000, 200_000]],
  ['special_education_routes', '', [1_190_000, 1_080_000, 970_000, 860_000, 760_000]],
];
const CONSTRUCTION: Months = [4_000_000, 3_800_000, 3_500_000, 3_300_000, 3_000_000];

/** An order that is open at the end of a period. */
export interface OpenOrder {
  readonly event: Event;
  readonly open: bigint;
}

export function openOrders(at: BudgetYear, plan: YearPlan, period: number): OpenOrder[] {
  const of = (months: Months): bigint => monthly(at, months)[period - 1] ?? 0n;
  const known = ORDERS.flatMap(([activity, project, months]) =>
    shared(
      plan.operating.filter((it) => it.activity === activity && it.project === project),
      of(months),
    ),
  );
  const rest = of(OPERATING) - sum(known.map((order) => order.open));
  const building = plan.outside.filter((it) => it.activity === 'construction');
  return [
    ...known,
    { event: plan.buses, open: rest },
    ...shared(building, of(CONSTRUCTION)),
  ].filter((order) => order.open !== 0n);
}

function shared(events: readonly Event[], total: bigint): OpenOrder[] {
  const parts = split(
    total,
    events.map((it) => it.amount),
    100n,
  );
  return events.map((event, index) => ({ event, open: parts[index] ?? 0n }));
}
