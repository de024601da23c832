import { defineContract } from '../contract/contract.ts';
import { code } from '../contract/kinds/code.ts';
import { text } from '../contract/kinds/text.ts';
import type { ReferenceTable } from './reference-table.ts';

/** What activity a dollar pays for, in the federal chart. */
export const standardFunctions: ReferenceTable = {
  contract: defineContract({
    name: 'standard_functions',
    row: 'A function of the federal chart of accounts.',
    key: ['function_code'],
    year: null,
    columns: {
      function_code: code('Function.'),
      function_name: text('Its name.'),
      parent: code('The function above it.', { optional: true }),
    },
  }),
  standardFile: 'standard_functions.csv',
};
