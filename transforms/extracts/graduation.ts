import { code } from '../contract/kinds/code.ts';
import { enumeration } from '../contract/kinds/enumeration.ts';
import { integer, year } from '../contract/kinds/integer.ts';
import { reference } from '../contract/kinds/reference.ts';
import { defineExtract } from './extract.ts';

/** What became of each student of a cohort. */
export const graduation = defineExtract({
  name: 'graduation',
  title: 'Graduation, student by student',
  tier: 'T3',
  row: 'A student of the cohort that should graduate in a school year.',
  key: ['school_year', 'student_key'],
  year: 'school_year',
  insteadOf: ['outcome_aggregates'],
  columns: {
    school_year: year('Year in which the cohort should graduate, the year in which it ends.'),
    student_id: code('Student number; a pseudonym stands in its place.', { person: 'student_key' }),
    site_id: reference('School that the student counts for.', 'organizations.site_id'),
    status: enumeration(
      'What became of the student; who moved to another district or country is no part of the rate.',
      ['graduated', 'still_enrolled', 'dropped_out', 'transferred_out', 'other'],
    ),
    years: integer('Years it took from first entering ninth grade.', {
      from: 0,
      to: 12,
      unit: 'years',
      optional: true,
    }),
    diploma_type: code('Kind of diploma.', { optional: true, checkedOnly: true }),
  },
  example: {
    school_year: '2025',
    student_id: 'S318802',
    site_id: '301',
    status: 'graduated',
    years: '4',
    diploma_type: 'Standard',
  },
});
