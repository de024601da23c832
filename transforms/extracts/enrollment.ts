import { boolean } from '../contract/kinds/boolean.ts';
import { code } from '../contract/kinds/code.ts';
import { date } from '../contract/kinds/date.ts';
import { decimal } from '../contract/kinds/decimal.ts';
import { year } from '../contract/kinds/integer.ts';
import { reference } from '../contract/kinds/reference.ts';
import { defineExtract } from './extract.ts';

/** Each student’s time at a school, with the groups that need is measured by. Counted, then left behind. */
export const enrollment = defineExtract({
  name: 'enrollment',
  title: 'Enrollment, student by student',
  tier: 'T2',
  row: 'The time of a student at a site in a school year.',
  key: ['school_year', 'student_key', 'site_id', 'entry_date'],
  year: 'school_year',
  insteadOf: ['enrollment_counts'],
  note: 'Race and sex are not asked for: no figure of the map uses them.',
  columns: {
    school_year: year('School year, the year in which it ends.'),
    student_id: code('Student number; a pseudonym stands in its place.', { person: 'student_key' }),
    site_id: reference('School.', 'organizations.site_id'),
    entry_date: date('First day at the school.'),
    exit_date: date('Last day at the school; empty while the student is there.', {
      optional: true,
    }),
    exit_code: code('Reason of leaving.', { optional: true, checkedOnly: true }),
    count_date: date('Day on which the district counts its students, such as October 1.'),
    grade: code('Grade.'),
    fte: decimal('Share of the school day at this school.', {
      precision: 9,
      scale: 4,
      from: 0,
      to: 1,
      unit: 'share, 0 to 1',
      default: '1',
    }),
    low_income: boolean('From a low-income family.'),
    english_learner: boolean('Learns English.'),
    special_education: boolean('Has an individual education program.'),
    gifted: boolean('In a program for gifted students.', { optional: true }),
    special_education_setting: code('Where special education happens.', {
      optional: true,
      checkedOnly: true,
    }),
    homeless: boolean('Without a home of their own.', { optional: true, checkedOnly: true }),
    foster: boolean('In foster care.', { optional: true, checkedOnly: true }),
    migrant: boolean('Of a migrant family.', { optional: true, checkedOnly: true }),
    first_time_ninth_grader: boolean('In ninth grade for the first time.', {
      optional: true,
      checkedOnly: true,
    }),
  },
  example: {
    school_year: '2025',
    student_id: 'S204411',
    site_id: '101',
    entry_date: '2024-08-19',
    exit_date: '2025-01-17',
    exit_code: 'T1',
    count_date: '2024-10-01',
    grade: '03',
    fte: '1',
    low_income: 'yes',
    english_learner: 'no',
    special_education: 'no',
    gifted: 'no',
    special_education_setting: 'A',
    homeless: 'no',
    foster: 'no',
    migrant: 'no',
    first_time_ninth_grader: 'no',
  },
});
