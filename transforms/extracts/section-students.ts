import { code } from '../contract/kinds/code.ts';
import { date } from '../contract/kinds/date.ts';
import { year } from '../contract/kinds/integer.ts';
import { reference } from '../contract/kinds/reference.ts';
import { defineExtract } from './extract.ts';

/** Who sits in classes. */
export const sectionStudents = defineExtract({
  name: 'section_students',
  title: 'Students of the classes',
  tier: 'T3',
  row: 'A student’s time in a class.',
  key: ['school_year', 'section_id', 'student_key', 'begin_date'],
  year: 'school_year',
  columns: {
    school_year: year('School year, the year in which it ends.'),
    section_id: reference('Class.', 'course_sections.section_id'),
    student_id: code('Student number; a pseudonym stands in its place.', { person: 'student_key' }),
    begin_date: date('First day.'),
    end_date: date('Last day; empty while the student is in it.', {
      optional: true,
      checkedOnly: true,
    }),
  },
  example: {
    school_year: '2025',
    section_id: '101-M3-2',
    student_id: 'S204411',
    begin_date: '2024-08-19',
    end_date: '2025-01-17',
  },
});
