import { defineContract } from '../contract/contract.ts';
import { code } from '../contract/kinds/code.ts';
import { integer, year } from '../contract/kinds/integer.ts';
import { money } from '../contract/kinds/money.ts';
import { reference } from '../contract/kinds/reference.ts';
import { ACCOUNT_COLUMNS } from './ledger-columns.ts';

/** What each person was paid, by account and kind of pay. Weights and a comparison, never dollars of the map. */
export const payrollLines = defineContract({
  name: 'payroll_lines',
  row: 'Pay of a person on an account, by kind of pay.',
  key: [],
  year: 'fiscal_year',
  columns: {
    fiscal_year: year('Fiscal year, the year in which it ends.'),
    fiscal_period: integer('Period of the pay.', {
      from: 0,
      to: 16,
      optional: true,
      checkedOnly: true,
    }),
    staff_id: code('Employee number; a pseudonym stands in its place.', { person: 'staff_key' }),
    earn_code: reference('Kind of pay.', 'earn_codes.earn_code'),
    ...ACCOUNT_COLUMNS,
    site_id: code('Site that the pay is recorded at.', { optional: true }),
    amount: money('Dollars paid.'),
  },
});
