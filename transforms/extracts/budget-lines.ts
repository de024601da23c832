import { code } from '../contract/kinds/code.ts';
import { date } from '../contract/kinds/date.ts';
import { decimal } from '../contract/kinds/decimal.ts';
import { enumeration } from '../contract/kinds/enumeration.ts';
import { integer, year } from '../contract/kinds/integer.ts';
import { money } from '../contract/kinds/money.ts';
import { text } from '../contract/kinds/text.ts';
import { ACCOUNT_COLUMNS, budgetAmountTypeSql } from './ledger-columns.ts';
import { defineExtract } from './extract.ts';

/** The budget by account: what was proposed, adopted and revised. */
export const budgetLines = defineExtract({
  name: 'budget_lines',
  title: 'Budget',
  tier: 'T2',
  row: 'An account with its budget, in one version of the budget of a fiscal year.',
  key: [],
  year: 'fiscal_year',
  note: 'A proposed budget is read and left out of every figure. The amounts are of the whole year, whatever the period.',
  amountTypeSql: budgetAmountTypeSql('budget_version'),
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
      unit: 'full-time jobs',
      precision: 9,
      scale: 4,
      optional: true,
    }),
    amount: money('Dollars of the whole year; a cut is negative.'),
    description: text('What the line is for.', { optional: true }),
  },
  example: {
    fiscal_year: '2025',
    budget_version: 'revised',
    fiscal_period: '5',
    as_of_date: '2024-11-30',
    fund_code: '100',
    function_code: '1000',
    object_code: '111',
    program_code: '000',
    project_code: '000',
    job_code: 'T1',
    site_id: '101',
    account_string: '100-1000-111-000-101',
    position_id: 'P-2210',
    fte: '1.0',
    amount: '82000.00',
    description: 'Teacher, grade 3',
  },
});
