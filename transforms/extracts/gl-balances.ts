import { code } from '../contract/kinds/code.ts';
import { date } from '../contract/kinds/date.ts';
import { enumeration } from '../contract/kinds/enumeration.ts';
import { integer, year } from '../contract/kinds/integer.ts';
import { money } from '../contract/kinds/money.ts';
import { text } from '../contract/kinds/text.ts';
import { ACCOUNT_COLUMNS, AMOUNT_TYPES } from './ledger-columns.ts';
import { defineExtract } from './extract.ts';

/** A ledger by account instead of by line: year-to-date spending, or a budget. */
export const glBalances = defineExtract({
  name: 'gl_balances',
  title: 'Ledger by account',
  tier: 'T1',
  row: 'An account with its amount, in a fiscal year.',
  key: [],
  year: 'fiscal_year',
  insteadOf: ['gl_transactions'],
  columns: {
    fiscal_year: year('Fiscal year, the year in which it ends.'),
    fiscal_period: integer('Last period that the amount includes.', {
      from: 0,
      to: 16,
      default: '12',
    }),
    as_of_date: date('Day of the report.', { optional: true }),
    amount_type: enumeration('What the amount is.', AMOUNT_TYPES),
    ...ACCOUNT_COLUMNS,
    site_id: code('Site that the account belongs to.', { segment: 'site' }),
    account_string: text('The whole account as the ledger prints it.', { optional: true }),
    amount: money('Dollars; a credit is negative.'),
    description: text('What the account is called.', { optional: true }),
    vendor_name: text('Who was paid.', { optional: true }),
  },
  example: {
    fiscal_year: '2025',
    fiscal_period: '12',
    as_of_date: '2025-06-30',
    amount_type: 'actual',
    fund_code: '100',
    function_code: '2213',
    object_code: '330',
    program_code: '000',
    project_code: '412',
    job_code: '000',
    site_id: '101',
    account_string: '100-2213-330-000-101',
    amount: '48210.75',
    description: 'Contracted training',
    vendor_name: '',
  },
});
