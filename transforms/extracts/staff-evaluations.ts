import { code } from '../contract/kinds/code.ts';
import { year } from '../contract/kinds/integer.ts';
import { defineExtract } from './extract.ts';

/** How people were rated. Read in sums alone. */
export const staffEvaluations = defineExtract({
  name: 'staff_evaluations',
  title: 'Ratings of the staff',
  tier: 'T4',
  row: 'The rating of a person in a school year.',
  key: ['school_year', 'staff_key'],
  year: 'school_year',
  columns: {
    school_year: year('School year, the year in which it ends.'),
    staff_id: code('Employee number; a pseudonym stands in its place.', { person: 'staff_key' }),
    overall_rating: code('Rating as a whole.'),
    framework: code('Rules that it was made by.', { optional: true, checkedOnly: true }),
    growth_rating: code('Rating by the growth of students.', { optional: true, checkedOnly: true }),
  },
  example: {
    school_year: '2025',
    staff_id: 'E1204',
    overall_rating: 'Skilled',
    framework: 'OTES 2.0',
    growth_rating: 'Skilled',
  },
});
