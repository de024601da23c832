import type { Event } from '../events.ts';
import { CENTER_SITE } from '../frame/frame.ts';
import { event, eventWithin, totalCost } from './build.ts';
import type { EventDetails } from './build.ts';
import type { BudgetYear, ByYear } from './year.ts';

/** What the district does for all schools: activity, fund, cost with benefits. */
const shared: readonly (readonly [string, string, ByYear])[] = [
  ['testing_staff', '100', [190_000, 195_000, 200_000]],
  ['test_licenses', '100', [290_000, 295_000, 300_000]],
  ['translators', '100', [240_000, 245_000, 250_000]],
  ['maintenance_staff', '100', [1_050_000, 1_070_000, 1_080_000]],
  ['grounds', '100', [230_000, 235_000, 240_000]],
  ['repairs', '100', [170_000, 175_000, 180_000]],
  ['food_managers', '230', [430_000, 440_000, 450_000]],
  ['classroom_technology', '100', [390_000, 395_000, 400_000]],
  ['special_education_routes', '100', [1_250_000, 1_280_000, 1_300_000]],
  ['activity_buses', '100', [240_000, 245_000, 250_000]],
  ['drivers', '100', [1_500_000, 1_520_000, 1_540_000]],
  ['bus_fuel', '100', [450_000, 460_000, 470_000]],
];
const PLACEMENTS: ByYear = [1_050_000, 1_080_000, 1_100_000];

const CENTER_TOTAL: ByYear = [2_400_000, 2_440_000, 2_484_000];
const center: readonly (readonly [string, ByYear])[] = [
  ['special_education_teachers', [880_000, 890_000, 900_000]],
  ['special_education_aides', [820_000, 835_000, 850_000]],
  ['center_principal', [136_000, 138_000, 140_000]],
  ['utilities', [60_000, 61_000, 62_000]],
  ['custodial_supplies', [20_000, 20_000, 20_000]],
  ['materials', [40_000, 40_000, 40_000]],
];

/** Outside the operating budget. */
const outside: readonly (readonly [string, string, string, ByYear])[] = [
  ['debt_service', '400', '', [9_200_000, 9_100_000, 9_000_000]],
  ['construction', '300', '', [5_400_000, 7_100_000, 6_500_000]],
  ['charter_tuition', '100', '', [3_900_000, 4_050_000, 4_200_000]],
  ['adult_classes', '240', '', [780_000, 790_000, 800_000]],
  ['private_school_services', '210', '4190', [290_000, 295_000, 300_000]],
];

export function sharedServices(at: BudgetYear): Event[] {
  const { year } = at;
  return [
    ...shared.map(([activity, fund, amounts]) =>
      eventWithin({ year, activity, fund }, at.amount(amounts)),
    ),
    event({ year, activity: 'outside_placements', basis: 'none' }, at.amount(PLACEMENTS)),
  ];
}

/** The special-education center: a program, not a school; its students count at their home schools. */
export function specialEducationCenter(at: BudgetYear): Event[] {
  const details = (activity: string): EventDetails => ({
    year: at.year,
    activity,
    site: CENTER_SITE,
    control: 'contract_or_law',
  });
  const events = center.map(([activity, amounts]) =>
    eventWithin(details(activity), at.amount(amounts)),
  );
  const rest = at.amount(CENTER_TOTAL) - totalCost(events);
  return [...events, event(details('center_services'), rest)];
}

export function outsideOperating(at: BudgetYear): Event[] {
  return outside.map(([activity, fund, project, amounts]) =>
    event({ year: at.year, activity, fund, project, basis: 'none' }, at.amount(amounts)),
  );
}
