import { defineContract } from '../contract/contract.ts';
import { code } from '../contract/kinds/code.ts';
import { year } from '../contract/kinds/integer.ts';
import { text } from '../contract/kinds/text.ts';
import type { ReferenceTable } from './reference-table.ts';

/** What the district knows better than its files, month after month: a wrong code, and the right one. */
export const corrections: ReferenceTable = {
  contract: defineContract({
    name: 'corrections',
    row: 'A cell that is wrong in the files of one kind, whenever they come.',
    key: ['correction_id'],
    year: null,
    columns: {
      correction_id: code('Its name in counts.'),
      owner: text('Who answers for it.'),
      reason: text('Why the cell is wrong, as a sentence.'),
      extract: code('The kind of file, one of those in EXTRACTS.md.'),
      match_column: code('Rows are corrected whose cell in this column …'),
      match_value: code('… is this, such as an account or a position …'),
      also_column: code('… and whose cell in this one …', { optional: true }),
      also_value: code('… is this.', { optional: true }),
      column_name: code('The column that is corrected.'),
      from_value: text('What its cell is; nothing for an empty cell.', { optional: true }),
      to_value: text('What it should be; nothing for an empty cell.', { optional: true }),
      first_year: year('First year of the rows that are corrected.', { optional: true }),
      last_year: year('Last year of the rows that are corrected.', { optional: true }),
    },
  }),
  districtFile: 'corrections.csv',
};
