import { defineContract } from '../contract/contract.ts';
import { code } from '../contract/kinds/code.ts';
import type { ReferenceTable } from './reference-table.ts';

/** What the district’s jobs are, in words that all districts share. */
export const jobPositions: ReferenceTable = {
  contract: defineContract({
    name: 'job_positions',
    row: 'A job of the district and the position type that it is.',
    key: ['job_code'],
    year: null,
    columns: {
      job_code: code('Job in the district’s own list.'),
      position_type: code('Position type.'),
    },
  }),
  districtFile: 'jobs.csv',
};
