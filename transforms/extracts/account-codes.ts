import { defineContract } from '../contract/contract.ts';
import { code } from '../contract/kinds/code.ts';
import { enumeration } from '../contract/kinds/enumeration.ts';
import { year } from '../contract/kinds/integer.ts';
import { text } from '../contract/kinds/text.ts';
import { ACCOUNT_SEGMENTS } from '../contract/segments.ts';

/** The chart of accounts: what each code of each segment is called. */
export const accountCodes = defineContract({
  name: 'account_codes',
  row: 'A code of one segment of the chart of accounts in a fiscal year.',
  key: ['fiscal_year', 'segment', 'code'],
  year: 'fiscal_year',
  columns: {
    fiscal_year: year('Fiscal year, the year in which it ends.'),
    segment: enumeration('The part of the account that the code belongs to.', ACCOUNT_SEGMENTS),
    code: code('The code as the ledger has it.'),
    code_name: text('What the district calls it.'),
    parent_code: code('The code above it in the chart.', { optional: true }),
  },
});
