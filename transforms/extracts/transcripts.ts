import { boolean } from '../contract/kinds/boolean.ts';
import { code } from '../contract/kinds/code.ts';
import { decimal } from '../contract/kinds/decimal.ts';
import { year } from '../contract/kinds/integer.ts';
import { defineExtract } from './extract.ts';

/** Courses that students took and the credits they got. */
export const transcripts = defineExtract({
  name: 'transcripts',
  title: 'Marks and credits, student by student',
  tier: 'T4',
  row: 'A course of a student in a term.',
  key: ['school_year', 'student_key', 'course_code', 'term'],
  year: 'school_year',
  columns: {
    school_year: year('School year, the year in which it ends.'),
    student_id: code('Student number; a pseudonym stands in its place.', { person: 'student_key' }),
    course_code: code('Course.'),
    term: code('Term.'),
    credits_attempted: decimal('Credits that the course gives.', {
      precision: 9,
      scale: 2,
      from: 0,
      to: 99,
      unit: 'credits',
      checkedOnly: true,
    }),
    credits_earned: decimal('Credits that the student got.', {
      precision: 9,
      scale: 2,
      from: 0,
      to: 99,
      unit: 'credits',
      checkedOnly: true,
    }),
    mark: code('Mark.', { optional: true, checkedOnly: true }),
    passed: boolean('Passed.', { checkedOnly: true }),
  },
  example: {
    school_year: '2025',
    student_id: 'S318802',
    course_code: 'ALG1',
    term: 'S1',
    credits_attempted: '0.5',
    credits_earned: '0.5',
    mark: 'B',
    passed: 'yes',
  },
});
