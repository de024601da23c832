import { code } from '../contract/kinds/code.ts';
import { date } from '../contract/kinds/date.ts';
import { decimal } from '../contract/kinds/decimal.ts';
import { enumeration } from '../contract/kinds/enumeration.ts';
import { integer, year } from '../contract/kinds/integer.ts';
import { reference } from '../contract/kinds/reference.ts';
import { STUDENT_GROUPS } from './student-groups.ts';
import { defineExtract } from './extract.ts';

/** How many students each site has, by grade and group: counts, or shares of all students. */
export const enrollmentCounts = defineExtract({
  name: 'enrollment_counts',
  title: 'Enrollment, in counts',
  tier: 'T1',
  row: 'Students of a site in a school year, of one grade and one group.',
  key: ['school_year', 'site_id', 'grade', 'student_group'],
  year: 'school_year',
  requireOneOf: [['students', 'share']],
  insteadOf: ['enrollment'],
  columns: {
    school_year: year('School year, the year in which it ends.'),
    site_id: reference('Site.', 'organizations.site_id'),
    grade: code('Grade; ALL for all grades together.', { default: 'ALL' }),
    student_group: enumeration('Group of students.', STUDENT_GROUPS),
    denominator_type: enumeration(
      'What is counted: students on one day, the average membership, the average attendance, or full-time equivalents.',
      ['count_date', 'membership', 'attendance', 'full_time_equivalent'],
      { default: 'count_date' },
    ),
    count_date: date('Day of the count.', { optional: true }),
    students: integer('How many students.', {
      unit: 'students',
      from: 0,
      to: 9_999_999,
      optional: true,
    }),
    share: decimal('Share of all students, 0 to 1.', {
      unit: 'share, 0 to 1',
      precision: 9,
      scale: 6,
      from: 0,
      to: 1,
      optional: true,
    }),
  },
  example: {
    school_year: '2025',
    site_id: '101',
    grade: 'ALL',
    student_group: 'low_income',
    students: '262',
    share: '0.600917',
    denominator_type: 'count_date',
    count_date: '2024-10-01',
  },
});
