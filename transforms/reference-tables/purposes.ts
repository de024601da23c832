import { defineContract } from '../contract/contract.ts';
import { boolean } from '../contract/kinds/boolean.ts';
import { code } from '../contract/kinds/code.ts';
import { text } from '../contract/kinds/text.ts';
import { position } from './position.ts';
import type { ReferenceTable } from './reference-table.ts';

/** What a dollar may be for. A district may keep a list of its own. */
export const purposes: ReferenceTable = {
  contract: defineContract({
    name: 'purposes',
    row: 'A purpose that a dollar may have, on one of two levels.',
    key: ['purpose_id'],
    year: null,
    columns: {
      purpose_id: code('The purpose.'),
      parent_purpose_id: code('The purpose above it.', { optional: true }),
      purpose_name: text('Its name on pages.'),
      operating: boolean('Part of what a district runs its schools with.'),
      position,
    },
  }),
  districtFile: 'purposes.csv',
  standardFile: 'purposes.csv',
};
