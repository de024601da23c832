import { code } from '../contract/kinds/code.ts';
import { date } from '../contract/kinds/date.ts';
import { year } from '../contract/kinds/integer.ts';
import { defineExtract } from './extract.ts';

/** Licenses of the staff. */
export const staffCredentials = defineExtract({
  name: 'staff_credentials',
  title: 'Licenses of the staff',
  tier: 'T4',
  row: 'A license of a person, in a fiscal year.',
  key: ['fiscal_year', 'staff_key', 'credential_id'],
  year: 'fiscal_year',
  columns: {
    fiscal_year: year('Fiscal year, the year in which it ends.'),
    staff_id: code('Employee number; a pseudonym stands in its place.', { person: 'staff_key' }),
    credential_id: code('Number of the license.'),
    credential_type: code('Kind of license.', { checkedOnly: true }),
    field: code('Subject or field.', { optional: true, checkedOnly: true }),
    grade_band: code('Grades that it is for.', { optional: true, checkedOnly: true }),
    issue_date: date('First day.', { checkedOnly: true }),
    expiry_date: date('Last day.', { optional: true }),
    state: code('State that gave it.', { optional: true, checkedOnly: true }),
  },
  example: {
    fiscal_year: '2025',
    staff_id: 'E1204',
    credential_id: 'L-99120',
    credential_type: 'Professional',
    field: 'Elementary education',
    grade_band: 'K-6',
    issue_date: '2021-07-01',
    expiry_date: '2026-06-30',
    state: 'OH',
  },
});
