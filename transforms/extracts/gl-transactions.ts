import { code } from '../contract/kinds/code.ts';
import { date } from '../contract/kinds/date.ts';
import { enumeration } from '../contract/kinds/enumeration.ts';
import { integer, year } from '../contract/kinds/integer.ts';
import { money } from '../contract/kinds/money.ts';
import { text } from '../contract/kinds/text.ts';
import { ACCOUNT_COLUMNS, AMOUNT_TYPES } from './ledger-columns.ts';
import { defineExtract } from './extract.ts';

/** The general ledger, line by line. Spending is positive; a credit, refund or reversal is negative. */
export const glTransactions = defineExtract({
  name: 'gl_transactions',
  title: 'General ledger, line by line',
  tier: 'T1',
  row: 'A posted line of the general ledger.',
  key: ['fiscal_year', 'journal_id', 'line_no'],
  keyOnlyWhenMapped: true,
  year: 'fiscal_year',
  insteadOf: ['gl_balances'],
  columns: {
    fiscal_year: year('Fiscal year, the year in which it ends.'),
    fiscal_period: integer(
      'Period: 1 to 12, 0 for opening balances, 13 and later for adjustments.',
      {
        from: 0,
        to: 16,
      },
    ),
    posting_date: date('Day of posting.', { optional: true }),
    journal_id: code('Journal.', { optional: true }),
    line_no: integer('Line of the journal.', { from: 0, to: 999_999_999, optional: true }),
    journal_source: code('System that made the journal.', { optional: true }),
    amount_type: enumeration('What the amount is.', AMOUNT_TYPES),
    ...ACCOUNT_COLUMNS,
    site_id: code('Site that the line is recorded at.', { segment: 'site' }),
    account_string: text('The whole account as the ledger prints it.', { optional: true }),
    amount: money('Dollars; a credit is negative.'),
    description: text('Memo of the line.', { optional: true }),
    vendor_name: text('Who was paid.', { optional: true }),
  },
  example: {
    fiscal_year: '2025',
    fiscal_period: '4',
    posting_date: '2024-10-15',
    journal_id: 'J10442',
    line_no: '17',
    journal_source: 'AP',
    amount_type: 'actual',
    fund_code: '100',
    function_code: '2213',
    object_code: '330',
    program_code: '000',
    project_code: '412',
    job_code: '000',
    site_id: '101',
    account_string: '100-2213-330-000-101',
    amount: '1250.00',
    description: 'Workshop fee',
    vendor_name: 'Lakeshore Learning Institute',
  },
});
