import { code } from '../contract/kinds/code.ts';
import { decimal } from '../contract/kinds/decimal.ts';
import { enumeration } from '../contract/kinds/enumeration.ts';
import { integer, year } from '../contract/kinds/integer.ts';
import { reference } from '../contract/kinds/reference.ts';
import { text } from '../contract/kinds/text.ts';
import { defineExtract } from './extract.ts';
import { STUDENT_GROUPS } from './student-groups.ts';

/** What programs gave, in sums by site and group: planned and attended hours. */
export const serviceLog = defineExtract({
  name: 'service_log',
  title: 'Hours of tutoring and other services, in sums',
  tier: 'T4',
  row: 'A program at a site in a school year, for one group of students.',
  key: ['school_year', 'program_id', 'site_id', 'student_group'],
  year: 'school_year',
  insteadOf: ['interventions'],
  columns: {
    school_year: year('School year, the year in which it ends.'),
    program_id: code('Program.'),
    program_name: text('What the district calls it.'),
    site_id: reference('Site of the students.', 'organizations.site_id'),
    student_group: enumeration('Group of students.', STUDENT_GROUPS, { default: 'all' }),
    planned_hours: decimal('Hours that were planned, students together.', {
      precision: 18,
      scale: 2,
      from: 0,
      to: 99999999,
      unit: 'hours',
    }),
    attended_hours: decimal('Hours that students attended, together.', {
      precision: 18,
      scale: 2,
      from: 0,
      to: 99999999,
      unit: 'hours',
    }),
    students: integer('How many students were served.', {
      from: 0,
      to: 9_999_999,
      unit: 'students',
    }),
    project_code: code('Project or grant that pays for it.', { optional: true }),
  },
  example: {
    school_year: '2025',
    program_id: 'TUT',
    program_name: 'High-dosage tutoring',
    site_id: '101',
    student_group: 'all',
    planned_hours: '4320',
    attended_hours: '3115.5',
    students: '72',
    project_code: '412',
  },
});
