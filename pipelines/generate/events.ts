import type { Control, Level } from './accounts/activity.ts';

/** How the true place of a cost is known. */
export type Basis =
  | 'recorded' // at the site that the ledger names
  | 'assignment' // where the people who are paid work
  | 'project_sites' // at the sites of a grant
  | 'students' // shared by all schools
  | 'none'; // at no school of the district

/** A person's place in an event: pay of the year in cents, and tenths of a full-time job by site. */
export interface Place {
  readonly site: string;
  readonly tenths: number;
}

/**
 * Something that happened in a year, before any account code: people worked, or things were bought. `amount` is cents of
 * the year without benefits, which the finance office books by fund.
 */
export interface Event {
  readonly year: number;
  readonly activity: string;
  readonly fund: string;
  readonly project: string;
  /** Where the finance office records it. */
  readonly site: string;
  readonly basis: Basis;
  readonly control: Control;
  readonly level: Level;
  readonly amount: bigint;
  /** The function that it is posted to where that is not the activity's own. */
  readonly function?: string;
  /** People who work in several schools: each with pay and places. */
  readonly people?: readonly { readonly pay: bigint; readonly places: readonly Place[] }[];
  /** What is posted in each period, where that is planned; else the amount is spread over the year. */
  readonly byPeriod?: readonly bigint[];
  /** False when nothing in the files tells what it was: a code that nobody has explained yet, an empty description. */
  readonly decidable: boolean;
}

/** Percent of salaries that benefits cost, by fund: one rate, one journal. */
const BENEFIT_RATES: Readonly<Record<string, bigint>> = {
  '100': 25n,
  '105': 25n,
  '210': 24n,
  '220': 20n,
  '230': 30n,
};

export function benefitRate(fund: string): bigint {
  return BENEFIT_RATES[fund] ?? 0n;
}

/** What salaries of whole dollars cost with the benefits that follow them. */
export function withBenefits(salary: bigint, fund: string): bigint {
  return salary + (salary * benefitRate(fund)) / 100n;
}

/** The most whole dollars of salary that a sum pays for, benefits included. */
export function salaryWithin(full: bigint, fund: string): bigint {
  const salary = (full * 100n) / (100n + benefitRate(fund));
  return salary - (salary % 100n);
}
