import { defineContract } from '../contract/contract.ts';
import { code } from '../contract/kinds/code.ts';
import { text } from '../contract/kinds/text.ts';
import type { ReferenceTable } from './reference-table.ts';

/** What a dollar buys, in the federal chart. */
export const standardObjects: ReferenceTable = {
  contract: defineContract({
    name: 'standard_objects',
    row: 'An object of the federal chart of accounts.',
    key: ['object_code'],
    year: null,
    columns: {
      object_code: code('Object.'),
      object_name: text('Its name.'),
      object_group: code('The group that pages show.'),
    },
  }),
  standardFile: 'standard_objects.csv',
};
