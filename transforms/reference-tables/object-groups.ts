import { defineContract } from '../contract/contract.ts';
import { code } from '../contract/kinds/code.ts';
import { text } from '../contract/kinds/text.ts';
import { position } from './position.ts';
import type { ReferenceTable } from './reference-table.ts';

/** The hundreds of the federal objects. */
export const objectGroups: ReferenceTable = {
  contract: defineContract({
    name: 'object_groups',
    row: 'A group of objects, as pages show them.',
    key: ['object_group'],
    year: null,
    columns: {
      object_group: code('The group.'),
      object_group_name: text('Its name on pages.'),
      position,
    },
  }),
  standardFile: 'object_groups.csv',
};
