import { activityOf } from '../accounts/catalog.ts';
import type { Event } from '../events.ts';
import { dollars } from '../money.ts';
import { event, eventWithin, totalCost } from './build.ts';
import type { BudgetYear, ByYear } from './year.ts';

/** Central office without the supervision of schools and the office for training, benefits included. */
const TOTAL: ByYear = [12_190_000, 12_072_000, 11_570_000];
/** The same where nothing is planted: with what moves, 9 % of operating dollars in each year. */
const FLAT_TOTAL: ByYear = [12_190_000, 12_438_000, 12_686_000];

/** People, or things bought, with what they cost in each year, benefits included. */
const parts: readonly (readonly [string, ByYear])[] = [
  ['cabinet', [850_000, 830_000, 800_000]],
  ['board_expenses', [250_000, 250_000, 250_000]],
  ['communications_staff', [360_000, 352_000, 336_000]],
  ['communications_services', [90_000, 88_000, 84_000]],
  ['legal_staff', [160_000, 160_000, 150_000]],
  ['legal_services', [120_000, 110_000, 100_000]],
  ['settlements', [300_000, 300_000, 300_000]],
  ['finance_staff', [1_800_000, 1_782_000, 1_710_000]],
  ['audit_services', [200_000, 198_000, 190_000]],
  ['personnel_staff', [1_280_000, 1_260_000, 1_215_000]],
  ['personnel_services', [140_000, 140_000, 135_000]],
  ['recruiters', [290_000, 282_000, 275_000]],
  ['recruiting_services', [80_000, 78_000, 75_000]],
  ['purchasing_staff', [500_000, 492_000, 476_000]],
  ['warehouse_supplies', [130_000, 128_000, 124_000]],
  ['insurance_premiums', [900_000, 900_000, 900_000]],
  ['special_education_managers', [790_000, 780_000, 750_000]],
  ['curriculum_staff', [600_000, 592_000, 564_000]],
  ['curriculum_services', [250_000, 248_000, 236_000]],
  ['technology_staff', [1_400_000, 1_400_000, 1_330_000]],
];

/** Positions that supervise schools, and the salary of each: $114,000 with benefits in 2025. */
const supervision: readonly (readonly [string, number])[] = [
  ['school_supervisors', 17],
  ['turnaround_staff', 8],
  ['school_data_staff', 6],
];
const SUPERVISOR_SALARY: ByYear = [88_000, 89_600, 91_200];

/** The offices that work centrally; technology services take what is left of the planned total. */
export function centralOffice(at: BudgetYear): Event[] {
  const { year } = at;
  const { findings } = at.frame.options;
  const offices = parts.map(([activity, amounts]) => {
    const [first] = amounts;
    return eventWithin(
      { year, activity, ...(activity === 'settlements' ? { basis: 'none' as const } : {}) },
      at.amount(findings ? amounts : [first, first, first]),
    );
  });
  const total = at.amount(findings ? TOTAL : FLAT_TOTAL);
  const rest = total - totalCost(offices);
  const supervisors = supervision.map(([activity, positions]) =>
    event(
      // Where nothing is planted, nobody is moved to a network's codes.
      {
        year,
        activity,
        ...(findings ? {} : { function: activityOf(activity).function }),
      },
      dollars(at.of(SUPERVISOR_SALARY) * at.count(positions)),
    ),
  );
  return [...offices, event({ year, activity: 'technology_services' }, rest), ...supervisors];
}
