import { code } from '../contract/kinds/code.ts';
import { decimal } from '../contract/kinds/decimal.ts';
import { enumeration } from '../contract/kinds/enumeration.ts';
import { integer, year } from '../contract/kinds/integer.ts';
import { reference } from '../contract/kinds/reference.ts';
import { text } from '../contract/kinds/text.ts';
import { STUDENT_GROUPS } from './student-groups.ts';
import { defineExtract } from './extract.ts';

/** Results of a site's students: a number, or a rating in words. */
export const outcomeAggregates = defineExtract({
  name: 'outcome_aggregates',
  title: 'Results, in sums',
  tier: 'T3',
  row: 'A result of a site in a school year: a measure, a grade, a group.',
  key: ['school_year', 'site_id', 'measure', 'grade', 'student_group'],
  year: 'school_year',
  requireOneOf: [['value', 'rating']],
  insteadOf: ['assessment_results', 'attendance', 'graduation'],
  columns: {
    school_year: year('School year, the year in which it ends.'),
    site_id: reference('Site.', 'organizations.site_id'),
    measure: code('What was measured.'),
    grade: code('Grade; ALL for all grades together.', { default: 'ALL' }),
    student_group: enumeration('Group of students.', STUDENT_GROUPS, { default: 'all' }),
    value: decimal('The result as a number.', {
      unit: 'as its measure says',
      precision: 18,
      scale: 4,
      optional: true,
    }),
    rating: text('The result in words.', { optional: true }),
    students: integer('How many students the result is about.', {
      unit: 'students',
      from: 0,
      to: 9_999_999,
      optional: true,
    }),
  },
  example: {
    school_year: '2025',
    site_id: '101',
    measure: 'math',
    grade: 'ALL',
    student_group: 'all',
    value: '58.1',
    rating: '',
    students: '209',
  },
});
