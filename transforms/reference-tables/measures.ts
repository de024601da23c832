import { defineContract } from '../contract/contract.ts';
import { boolean } from '../contract/kinds/boolean.ts';
import { code } from '../contract/kinds/code.ts';
import { enumeration } from '../contract/kinds/enumeration.ts';
import { text } from '../contract/kinds/text.ts';
import type { ReferenceTable } from './reference-table.ts';

/** How results are named and read. */
export const measures: ReferenceTable = {
  contract: defineContract({
    name: 'measures',
    row: 'What results measure.',
    key: ['measure'],
    year: null,
    columns: {
      measure: code('The measure, as results name it.'),
      measure_name: text('Its name on pages.'),
      unit: enumeration('What its values are.', ['percent', 'points', 'index', 'rating']),
      higher_is_better: boolean('A higher value is better.'),
    },
  }),
  districtFile: 'measures.csv',
  standardFile: 'measures.csv',
};
