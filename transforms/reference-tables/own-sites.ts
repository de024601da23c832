import { defineContract } from '../contract/contract.ts';
import { code } from '../contract/kinds/code.ts';
import { enumeration } from '../contract/kinds/enumeration.ts';
import { text } from '../contract/kinds/text.ts';
import type { ReferenceTable } from './reference-table.ts';

/** Units that the ledger names and the sent site list lacks, as central departments often are. */
export const ownSites: ReferenceTable = {
  contract: defineContract({
    name: 'own_sites',
    row: 'A unit that the sent site list lacks.',
    key: ['site_id'],
    year: null,
    columns: {
      site_id: code('The district’s number of the unit, as the ledger has it.'),
      site_name: text('Its name on pages.'),
      site_type: enumeration('School, central office, program or other unit.', [
        'school',
        'central',
        'program',
        'other',
      ]),
    },
  }),
  districtFile: 'sites.csv',
};
