import { code } from '../contract/kinds/code.ts';
import { enumeration } from '../contract/kinds/enumeration.ts';
import { year } from '../contract/kinds/integer.ts';
import { text } from '../contract/kinds/text.ts';
import { ACCOUNT_SEGMENTS } from '../contract/segments.ts';
import { defineExtract } from './extract.ts';

/** The chart of accounts: what each code of each segment is called. */
export const accountCodes = defineExtract({
  name: 'account_codes',
  title: 'Chart of accounts',
  tier: 'T1',
  row: 'A code of one segment of the chart of accounts in a fiscal year.',
  key: ['fiscal_year', 'segment', 'code'],
  year: 'fiscal_year',
  list: true,
  columns: {
    fiscal_year: year('Fiscal year, the year in which it ends.'),
    segment: enumeration('The part of the account that the code belongs to.', ACCOUNT_SEGMENTS),
    code: code('The code as the ledger has it.'),
    code_name: text('What the district calls it.'),
    parent_code: code('The code above it in the chart.', { optional: true }),
  },
  example: {
    fiscal_year: '2025',
    segment: 'function',
    code: '2213',
    code_name: 'Instructional staff training',
    parent_code: '2210',
  },
});
