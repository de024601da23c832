import { code } from '../contract/kinds/code.ts';
import { decimal } from '../contract/kinds/decimal.ts';
import { integer, year } from '../contract/kinds/integer.ts';
import { reference } from '../contract/kinds/reference.ts';
import { text } from '../contract/kinds/text.ts';
import { defineExtract } from './extract.ts';

/** Classes: what is taught, for how long. */
export const courseSections = defineExtract({
  name: 'course_sections',
  title: 'Classes',
  tier: 'T3',
  row: 'A class in a school year.',
  key: ['school_year', 'section_id'],
  year: 'school_year',
  columns: {
    school_year: year('School year, the year in which it ends.'),
    section_id: code('Number of the class, unlike any other of the year.'),
    site_id: reference('School.', 'organizations.site_id'),
    course_code: code('Course.'),
    course_title: text('What the course is called.', { optional: true }),
    subject: code('Subject.'),
    term: code('Term.'),
    grade_band: code('Grades that it is for.', { optional: true }),
    max_size: integer('Most students that it may have.', {
      from: 0,
      to: 999,
      unit: 'students',
      optional: true,
    }),
    minutes_per_week: integer('Minutes a week; needed where the meetings are not sent.', {
      from: 0,
      to: 3000,
      unit: 'minutes',
      optional: true,
    }),
    credits: decimal('Credits for passing.', {
      precision: 9,
      scale: 2,
      from: 0,
      to: 99,
      unit: 'credits',
      optional: true,
    }),
  },
  example: {
    school_year: '2025',
    section_id: '101-M3-2',
    site_id: '101',
    course_code: 'M3',
    course_title: 'Mathematics 3',
    subject: 'math',
    term: 'Year',
    grade_band: '3-5',
    max_size: '28',
    minutes_per_week: '300',
    credits: '0',
  },
});
