import { defineContract } from '../contract/contract.ts';
import { code } from '../contract/kinds/code.ts';
import { decimal } from '../contract/kinds/decimal.ts';
import type { ReferenceTable } from './reference-table.ts';

/** Where grants work that are spent at the central office. */
export const projectSites: ReferenceTable = {
  contract: defineContract({
    name: 'project_sites',
    row: 'A site that a grant works at, with its share.',
    key: ['project_code', 'site_id'],
    year: null,
    columns: {
      project_code: code('Project or grant.'),
      site_id: code('Site that it works at.'),
      share: decimal('Share of the grant’s work; the shares of a project sum to 1.', {
        precision: 9,
        scale: 6,
        from: 0,
        to: 1,
      }),
    },
  }),
  districtFile: 'project_sites.csv',
};
