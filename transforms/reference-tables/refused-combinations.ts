import { SEGMENTS } from '../contract/segments.ts';
import { defineContract } from '../contract/contract.ts';
import { code } from '../contract/kinds/code.ts';
import { enumeration } from '../contract/kinds/enumeration.ts';
import { text } from '../contract/kinds/text.ts';
import type { ReferenceTable } from './reference-table.ts';

/** Codes that a state or a district does not let stand in one account. */
export const refusedCombinations: ReferenceTable = {
  contract: defineContract({
    name: 'refused_combinations',
    row: 'Two codes that may not stand in one account.',
    key: ['first_segment', 'first_code', 'second_segment', 'second_code'],
    year: null,
    columns: {
      first_segment: enumeration('The part of the account of the first code.', SEGMENTS),
      first_code: code('The first code.'),
      second_segment: enumeration('The part of the account of the second code.', SEGMENTS),
      second_code: code('The second code.'),
      reason: text('Why the two may not stand together.'),
    },
  }),
  districtFile: 'refused_combinations.csv',
};
