import type { Candidate } from './candidates.ts';
import type { Family } from './families.ts';

/** The id of a source: what its extract is called for short, else the words of the file's name. It becomes one of `taken`. */
export function sourceId({ pattern }: Family, { extract }: Candidate, taken: Set<string>): string {
  const words = pattern
    .replace(/^.*\//, '')
    .replace(/\..*$/, '')
    .replaceAll(/\{[^}]*\}/g, ' ')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[_0-9]+|(?:_(?:fy|sy|ua))?_*$/g, '');
  const base = SHORT[extract] ?? extract;
  const wanted = [base, words === '' ? base : words, `${base}_2`, `${base}_3`, `${base}_4`];
  const id = wanted.find((one) => !taken.has(one)) ?? `${base}_${taken.size}`;
  taken.add(id);
  return id;
}

/** What sources are called whose extract has a long name. */
const SHORT: Readonly<Record<string, string>> = {
  organizations: 'sites',
  account_codes: 'chart',
  gl_transactions: 'ledger',
  gl_balances: 'ledger',
  control_totals: 'trial_balance',
  budget_lines: 'budget',
  site_successors: 'closings',
  staff_roster: 'roster',
  staff_assignments: 'assignments',
  payroll_lines: 'payroll',
  staff_absences: 'absences',
  enrollment_counts: 'enrollment',
  outcome_aggregates: 'results',
};
