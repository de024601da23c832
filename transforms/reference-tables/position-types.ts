import { defineContract } from '../contract/contract.ts';
import { code } from '../contract/kinds/code.ts';
import { text } from '../contract/kinds/text.ts';
import type { ReferenceTable } from './reference-table.ts';

/** The kinds of positions that pages tell apart. */
export const positionTypes: ReferenceTable = {
  contract: defineContract({
    name: 'position_types',
    row: 'A type of position, the same in every district.',
    key: ['position_type'],
    year: null,
    columns: {
      position_type: code('Position type.'),
      position_name: text('Its name on pages.'),
    },
  }),
  standardFile: 'position_types.csv',
};
