import type { Column } from '../contract/kind.ts';
import { code } from '../contract/kinds/code.ts';

/** What a ledger amount is; never summed across. */
export const AMOUNT_TYPES = [
  'actual',
  'actual_estimated',
  'encumbrance',
  'pre_encumbrance',
  'budget_original',
  'budget_adjustment',
  'budget_revised',
] as const;

/** What the dollars of each version of the budget are beside those of the ledger. */
const BUDGET_AMOUNT_TYPES: Readonly<Record<string, string>> = {
  proposed: 'budget_proposed',
  adopted: 'budget_original',
  revised: 'budget_revised',
};

/** SQL of the amount type of a budget line. */
export function budgetAmountTypeSql(version: string): string {
  const cases = Object.entries(BUDGET_AMOUNT_TYPES).map(
    ([name, amountType]) => `when '${name}' then '${amountType}'`,
  );
  return `case ${version} ${cases.join(' ')} end`;
}

/** The account of a ledger or payroll line, one column per segment. An empty cell is data: the code is missing. */
export const ACCOUNT_COLUMNS: Readonly<Record<string, Column>> = {
  fund_code: code('Fund.', { segment: 'fund' }),
  function_code: code('Function in the district’s own chart.', { segment: 'function' }),
  object_code: code('Object in the district’s own chart.', { segment: 'object' }),
  program_code: code('Program.', { segment: 'program' }),
  project_code: code('Project or grant.', { segment: 'project' }),
  job_code: code('Job of the person paid.', { segment: 'job' }),
};

/** The same account where a sender may leave any part of it out. */
export const OPTIONAL_ACCOUNT_COLUMNS: Readonly<Record<string, Column>> = Object.fromEntries(
  Object.entries(ACCOUNT_COLUMNS).map(([name, { kind, describe }]) => [
    name,
    { kind, describe, optional: true },
  ]),
);
