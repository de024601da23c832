import { defineContract } from '../contract/contract.ts';
import { code } from '../contract/kinds/code.ts';
import { enumeration } from '../contract/kinds/enumeration.ts';
import { year } from '../contract/kinds/integer.ts';
import { text } from '../contract/kinds/text.ts';
import { SEGMENTS } from '../contract/segments.ts';
import type { ReferenceTable } from './reference-table.ts';

/** Recodings and reorganizations, which comparisons over years take back. */
export const restatements: ReferenceTable = {
  contract: defineContract({
    name: 'restatements',
    row: 'A code that changed its meaning in some year.',
    key: ['segment', 'to_code', 'first_year'],
    year: null,
    columns: {
      segment: enumeration('The part of the account.', SEGMENTS),
      from_code: code('The code before.'),
      to_code: code('The code that lines carry from the first year on.'),
      first_year: year('First fiscal year of the new code.'),
      reason: text('Why it changed.'),
    },
  }),
  districtFile: 'restatements.csv',
};
