import { boolean } from '../contract/kinds/boolean.ts';
import { code } from '../contract/kinds/code.ts';
import { date } from '../contract/kinds/date.ts';
import { year } from '../contract/kinds/integer.ts';
import { money } from '../contract/kinds/money.ts';
import { text } from '../contract/kinds/text.ts';
import { defineExtract } from './extract.ts';
import { ACCOUNT_COLUMNS } from './ledger-columns.ts';

/** Invoices that were paid, line by line: who was paid for what. */
export const apInvoices = defineExtract({
  name: 'ap_invoices',
  title: 'Paid invoices',
  tier: 'T4',
  row: 'A line of an invoice.',
  key: ['fiscal_year', 'invoice_line_id'],
  year: 'fiscal_year',
  note: 'Compared with the ledger, never added to it.',
  columns: {
    fiscal_year: year('Fiscal year, the year in which it ends.'),
    invoice_line_id: code('Number of the line, unlike any other of the year.'),
    vendor_id: code('Number of the vendor.'),
    vendor_name: text('Who was paid.'),
    invoice_date: date('Day of the invoice.'),
    ...ACCOUNT_COLUMNS,
    site_id: code('Site that the line is recorded at.', { segment: 'site' }),
    amount: money('Dollars; a credit is negative.'),
    description: text('What was bought.', { optional: true }),
    check_no: code('Number of the check.', { optional: true }),
    check_date: date('Day of the check.', { optional: true }),
    voided: boolean('The check was voided.', { optional: true }),
    contract_no: code('Contract that it was bought under.', { optional: true }),
  },
  example: {
    fiscal_year: '2025',
    invoice_line_id: 'INV-20417-1',
    vendor_id: 'V1180',
    vendor_name: 'Lakeshore Learning Institute',
    invoice_date: '2024-10-04',
    fund_code: '100',
    function_code: '2213',
    object_code: '330',
    program_code: '000',
    project_code: '412',
    job_code: '000',
    site_id: '901',
    amount: '12500.00',
    description: 'Two days of workshops',
    check_no: '88231',
    check_date: '2024-10-18',
    voided: 'no',
    contract_no: 'C-77',
  },
});
