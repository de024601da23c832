import { defineContract } from '../contract/contract.ts';
import { code } from '../contract/kinds/code.ts';
import { decimal } from '../contract/kinds/decimal.ts';
import { enumeration } from '../contract/kinds/enumeration.ts';
import { integer, year } from '../contract/kinds/integer.ts';
import { reference } from '../contract/kinds/reference.ts';
import { STUDENT_GROUPS } from './student-groups.ts';

/** How many students each site has, by grade and group: counts, or shares of all students. */
export const enrollmentCounts = defineContract({
  name: 'enrollment_counts',
  row: 'Students of a site in a school year, of one grade and one group.',
  key: ['school_year', 'site_id', 'grade', 'student_group'],
  year: 'school_year',
  requireOneOf: [['students', 'share']],
  columns: {
    school_year: year('School year, the year in which it ends.'),
    site_id: reference('Site.', 'organizations.site_id'),
    grade: code('Grade; ALL for all grades together.', { default: 'ALL' }),
    student_group: enumeration('Group of students.', STUDENT_GROUPS),
    students: integer('How many students.', { from: 0, to: 9_999_999, optional: true }),
    share: decimal('Share of all students, 0 to 1.', {
      precision: 9,
      scale: 6,
      from: 0,
      to: 1,
      optional: true,
    }),
  },
});
