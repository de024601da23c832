import { type Contract, defineContract } from '../contract/contract.ts';
import { boolean } from '../contract/kinds/boolean.ts';
import { code } from '../contract/kinds/code.ts';
import { date } from '../contract/kinds/date.ts';
import { decimal } from '../contract/kinds/decimal.ts';
import { enumeration } from '../contract/kinds/enumeration.ts';
import { integer, year } from '../contract/kinds/integer.ts';
import { text } from '../contract/kinds/text.ts';

const position = integer('Place in lists on pages.', { from: 0, to: 999_999 });
const optional = { optional: true } as const;

/** A list that people keep by hand: the district's own in `coding/`, else the one that every district shares. */
export interface ReferenceTable {
  readonly contract: Contract;
  /** File names under `<district>/coding/`, the first that is there counts. */
  readonly districtFiles: readonly string[];
  /** File name under `data/standards/`, where there is one for every district. */
  readonly standardFile?: string;
}

function table(
  name: string,
  row: string,
  key: readonly string[],
  columns: Contract['columns'],
  files: Omit<ReferenceTable, 'contract'>,
): ReferenceTable {
  return { contract: defineContract({ name, row, key, year: null, columns }), ...files };
}

export const REFERENCE_TABLES: readonly ReferenceTable[] = [
  table(
    'purposes',
    'A purpose that a dollar may have, on one of two levels.',
    ['purpose_id'],
    {
      purpose_id: code('The purpose.'),
      parent_purpose_id: code('The purpose above it.', optional),
      purpose_name: text('Its name on pages.'),
      operating: boolean('Part of what a district runs its schools with.'),
      position,
    },
    { districtFiles: ['purposes.csv'], standardFile: 'purposes.csv' },
  ),
  table(
    'priorities',
    'A goal of the district’s own plan.',
    ['priority_id'],
    {
      priority_id: code('The priority.'),
      priority_name: text('Its name on pages.'),
      owner: text('Who answers for it.', optional),
      measure: text('How the district tells that it works.', optional),
      starts_on: date('First day of the plan.', optional),
      ends_on: date('Last day of the plan.', optional),
      position,
    },
    { districtFiles: ['priorities.csv'], standardFile: 'priorities.csv' },
  ),
  table(
    'project_sites',
    'A site that a grant works at, with its share.',
    ['project_code', 'site_id'],
    {
      project_code: code('Project or grant.'),
      site_id: code('Site that it works at.'),
      share: decimal('Share of the grant’s work; the shares of a project sum to 1.', {
        precision: 9,
        scale: 6,
        from: 0,
        to: 1,
      }),
    },
    { districtFiles: ['project_sites.csv'] },
  ),
  table(
    'restatements',
    'A code that changed its meaning in some year.',
    ['segment', 'to_code', 'first_year'],
    {
      segment: enumeration('The part of the account.', [
        'fund',
        'function',
        'object',
        'program',
        'project',
        'job',
        'site',
      ]),
      from_code: code('The code before.'),
      to_code: code('The code that lines carry from the first year on.'),
      first_year: year('First fiscal year of the new code.'),
      reason: text('Why it changed.'),
    },
    { districtFiles: ['restatements.csv'] },
  ),
  table(
    'job_positions',
    'A job of the district and the position type that it is.',
    ['job_code'],
    { job_code: code('Job in the district’s own list.'), position_type: code('Position type.') },
    { districtFiles: ['position_types.csv', 'jobs.csv'] },
  ),
  table(
    'measures',
    'What results measure.',
    ['measure'],
    {
      measure: code('The measure, as results name it.'),
      measure_name: text('Its name on pages.'),
      unit: enumeration('What its values are.', ['percent', 'points', 'index', 'rating']),
      higher_is_better: boolean('A higher value is better.'),
    },
    { districtFiles: ['measures.csv'] },
  ),
  table(
    'standard_functions',
    'A function of the federal chart of accounts.',
    ['function_code'],
    {
      function_code: code('Function.'),
      function_name: text('Its name.'),
      parent: code('The function above it.', optional),
    },
    { districtFiles: [], standardFile: 'standard_functions.csv' },
  ),
  table(
    'standard_objects',
    'An object of the federal chart of accounts.',
    ['object_code'],
    {
      object_code: code('Object.'),
      object_name: text('Its name.'),
      object_group: code('The group that pages show.'),
    },
    { districtFiles: [], standardFile: 'standard_objects.csv' },
  ),
  table(
    'object_groups',
    'A group of objects, as pages show them.',
    ['object_group'],
    { object_group: code('The group.'), object_group_name: text('Its name on pages.'), position },
    { districtFiles: [], standardFile: 'object_groups.csv' },
  ),
  table(
    'position_types',
    'A type of position, the same in every district.',
    ['position_type'],
    { position_type: code('Position type.'), position_name: text('Its name on pages.') },
    { districtFiles: [], standardFile: 'position_types.csv' },
  ),
];
