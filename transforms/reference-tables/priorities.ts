import { defineContract } from '../contract/contract.ts';
import { code } from '../contract/kinds/code.ts';
import { date } from '../contract/kinds/date.ts';
import { text } from '../contract/kinds/text.ts';
import { position } from './position.ts';
import type { ReferenceTable } from './reference-table.ts';

/** The goals of a district’s plan; without one of its own, those that are offered to all. */
export const priorities: ReferenceTable = {
  contract: defineContract({
    name: 'priorities',
    row: 'A goal of the district’s own plan.',
    key: ['priority_id'],
    year: null,
    columns: {
      priority_id: code('The priority.'),
      priority_name: text('Its name on pages.'),
      owner: text('Who answers for it.', { optional: true }),
      measure: text('How the district tells that it works.', { optional: true }),
      starts_on: date('First day of the plan.', { optional: true }),
      ends_on: date('Last day of the plan.', { optional: true }),
      position,
    },
  }),
  districtFile: 'priorities.csv',
  standardFile: 'priorities.csv',
};
