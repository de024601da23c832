import { year } from '../contract/kinds/integer.ts';
import { boolean } from '../contract/kinds/boolean.ts';
import { code, NCES_SCHOOL } from '../contract/kinds/code.ts';
import { date } from '../contract/kinds/date.ts';
import { enumeration } from '../contract/kinds/enumeration.ts';
import { reference } from '../contract/kinds/reference.ts';
import { text } from '../contract/kinds/text.ts';
import { defineExtract } from './extract.ts';

/** The site list: schools, offices, programs, and the networks that they belong to. */
export const organizations = defineExtract({
  name: 'organizations',
  title: 'Schools, offices and programs',
  tier: 'T1',
  row: 'A site of the district in a fiscal year.',
  key: ['fiscal_year', 'site_id'],
  year: 'fiscal_year',
  list: true,
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
    nces_school_id: code('Federal number of the school.', { form: NCES_SCHOOL, optional: true }),
    state_school_id: code('The state’s number of the school.', { optional: true }),
    title_i: boolean('Receives Title I money.', { optional: true }),
    charter: boolean('A charter school.', { optional: true }),
    magnet: boolean('A magnet school.', { optional: true }),
    opened_on: date('First day of the site.', { optional: true }),
    closed_on: date('Last day of the site.', { optional: true }),
  },
  example: {
    fiscal_year: '2025',
    site_id: '101',
    site_name: 'Alder Elementary',
    site_type: 'school',
    parent_site_id: 'N1',
    school_level: 'elementary',
    grade_low: 'K',
    grade_high: '05',
    nces_school_id: '391234500017',
    state_school_id: '000419',
    title_i: 'yes',
    charter: 'no',
    magnet: 'no',
    opened_on: '1962-09-04',
    closed_on: '',
  },
});
