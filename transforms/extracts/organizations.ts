import { defineContract } from '../contract/contract.ts';
import { year } from '../contract/kinds/integer.ts';
import { code } from '../contract/kinds/code.ts';
import { date } from '../contract/kinds/date.ts';
import { enumeration } from '../contract/kinds/enumeration.ts';
import { reference } from '../contract/kinds/reference.ts';
import { text } from '../contract/kinds/text.ts';

/** The site list: schools, offices, programs, and the networks that they belong to. */
export const organizations = defineContract({
  name: 'organizations',
  row: 'A site of the district in a fiscal year.',
  key: ['fiscal_year', 'site_id'],
  year: 'fiscal_year',
  columns: {
    fiscal_year: year('Fiscal year, the year in which it ends.'),
    site_id: code('The district’s number of the site, as the ledger has it.'),
    site_name: text('Name of the site as people know it.'),
    site_type: enumeration('School, central office, program or other unit.', [
      'school',
      'central',
      'program',
      'other',
    ]),
    parent_site_id: reference('The network or office above the site.', 'organizations.site_id', {
      optional: true,
    }),
    school_level: enumeration(
      'Grade span, to compare like with like.',
      ['elementary', 'k8', 'middle', 'high', 'k12', 'other'],
      { optional: true },
    ),
    grade_low: code('Lowest grade.', { optional: true }),
    grade_high: code('Highest grade.', { optional: true }),
    nces_school_id: code('Federal number of the school.', { optional: true }),
    opened_on: date('First day of the site.', { optional: true }),
    closed_on: date('Last day of the site.', { optional: true }),
  },
});
