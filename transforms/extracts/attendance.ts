import { code } from '../contract/kinds/code.ts';
import { decimal } from '../contract/kinds/decimal.ts';
import { year } from '../contract/kinds/integer.ts';
import { reference } from '../contract/kinds/reference.ts';
import { defineExtract } from './extract.ts';

/** How many days each student was absent. */
export const attendance = defineExtract({
  name: 'attendance',
  title: 'Attendance, student by student',
  tier: 'T3',
  row: 'A student’s days at a site in a school year.',
  key: ['school_year', 'student_key', 'site_id'],
  year: 'school_year',
  insteadOf: ['outcome_aggregates'],
  columns: {
    school_year: year('School year, the year in which it ends.'),
    student_id: code('Student number; a pseudonym stands in its place.', { person: 'student_key' }),
    site_id: reference('School.', 'organizations.site_id'),
    days_enrolled: decimal('Days on which the student was enrolled.', {
      precision: 9,
      scale: 2,
      from: 0,
      to: 366,
      unit: 'days',
    }),
    days_absent: decimal('Days of these on which the student was absent.', {
      precision: 9,
      scale: 2,
      from: 0,
      to: 366,
      unit: 'days',
    }),
    days_excused: decimal('Days of absence that were excused.', {
      precision: 9,
      scale: 2,
      from: 0,
      to: 366,
      unit: 'days',
      optional: true,
      checkedOnly: true,
    }),
  },
  example: {
    school_year: '2025',
    student_id: 'S204411',
    site_id: '101',
    days_enrolled: '176',
    days_absent: '18',
    days_excused: '6.5',
  },
});
