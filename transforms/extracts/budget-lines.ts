import { defineContract } from '../contract/contract.ts';
import { code } from '../contract/kinds/code.ts';
import { date } from '../contract/kinds/date.ts';
import { decimal } from '../contract/kinds/decimal.ts';
import { enumeration } from '../contract/kinds/enumeration.ts';
import { integer, year } from '../contract/kinds/integer.ts';
import { money } from '../contract/kinds/money.ts';
import { text } from '../contract/kinds/text.ts';
import { ACCOUNT_COLUMNS } from './ledger-columns.ts';

/** The budget by account: what was proposed, adopted and revised. */
export const budgetLines = defineContract({
  name: 'budget_lines',
  row: 'An account with its budget, in one version of the budget of a fiscal year.',
  key: [],
  year: 'fiscal_year',
  columns: {
    fiscal_year: year('Fiscal year, the year in which it ends.'),
    budget_version: enumeration('Which budget the amount is of.', [
      'proposed',
      'adopted',
      'revised',
    ]),
    fiscal_period: integer('Period up to which a revised budget holds all changes.', {
      from: 0,
      to: 16,
      optional: true,
    }),
    as_of_date: date('Day of the report.', { optional: true }),
    ...ACCOUNT_COLUMNS,
    site_id: code('Site that the account belongs to.', { segment: 'site' }),
    account_string: text('The whole account as the budget prints it.', { optional: true }),
    position_id: code('Position that the line pays for.', { optional: true }),
    fte: decimal('Full-time jobs that the line pays for.', {
      precision: 9,
      scale: 4,
      optional: true,
    }),
    amount: money('Dollars of the whole year; a cut is negative.'),
    description: text('What the line is for.', { optional: true }),
  },
});
