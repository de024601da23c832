import { code } from '../contract/kinds/code.ts';
import { date } from '../contract/kinds/date.ts';
import { decimal } from '../contract/kinds/decimal.ts';
import { integer, year } from '../contract/kinds/integer.ts';
import { money } from '../contract/kinds/money.ts';
import { reference } from '../contract/kinds/reference.ts';
import { ACCOUNT_COLUMNS } from './ledger-columns.ts';
import { defineExtract } from './extract.ts';

/** What each person was paid, by account and kind of pay. Weights and a comparison, never dollars of the map. */
export const payrollLines = defineExtract({
  name: 'payroll_lines',
  title: 'Payroll',
  tier: 'T1',
  row: 'Pay of a person on an account, by kind of pay.',
  key: [],
  year: 'fiscal_year',
  note: 'Payroll says where dollars of the ledger work, and is compared with the ledger. Its dollars are never added to it.',
  columns: {
    fiscal_year: year('Fiscal year, the year in which it ends.'),
    fiscal_period: integer('Period of the pay.', {
      from: 0,
      to: 16,
      optional: true,
    }),
    pay_date: date('Day of pay.', { optional: true, checkedOnly: true }),
    staff_id: code('Employee number; a pseudonym stands in its place.', { person: 'staff_key' }),
    earn_code: reference('Kind of pay.', 'earn_codes.earn_code'),
    hours: decimal('Hours that were paid.', {
      precision: 9,
      scale: 2,
      unit: 'hours',
      optional: true,
      checkedOnly: true,
    }),
    position_id: code('Position of the budget.', { optional: true, checkedOnly: true }),
    ...ACCOUNT_COLUMNS,
    site_id: code('Site that the pay is recorded at.', { optional: true }),
    amount: money('Dollars paid.'),
  },
  example: {
    fiscal_year: '2025',
    fiscal_period: '4',
    pay_date: '2024-10-15',
    staff_id: 'E1204',
    earn_code: '010',
    hours: '75',
    position_id: 'P-2210',
    fund_code: '100',
    function_code: '1000',
    object_code: '111',
    program_code: '000',
    project_code: '000',
    job_code: 'T1',
    site_id: '101',
    amount: '2968.75',
  },
});
