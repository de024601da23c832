import { defineContract } from '../contract/contract.ts';
import { code } from '../contract/kinds/code.ts';
import { date } from '../contract/kinds/date.ts';
import { enumeration } from '../contract/kinds/enumeration.ts';
import { integer, year } from '../contract/kinds/integer.ts';
import { money } from '../contract/kinds/money.ts';
import { text } from '../contract/kinds/text.ts';
import { ACCOUNT_COLUMNS, AMOUNT_TYPES } from './ledger-columns.ts';

/** A ledger by account instead of by line: year-to-date spending, or a budget. */
export const glBalances = defineContract({
  name: 'gl_balances',
  row: 'An account with its amount, in a fiscal year.',
  key: [],
  year: 'fiscal_year',
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
});
