import { code } from '../contract/kinds/code.ts';
import { date } from '../contract/kinds/date.ts';
import { integer, year } from '../contract/kinds/integer.ts';
import { defineExtract } from './extract.ts';

/** Sessions of tutoring and other help, student by student. */
export const interventions = defineExtract({
  name: 'interventions',
  title: 'Tutoring and other help, session by session',
  tier: 'T4',
  row: 'A session of a student.',
  key: ['school_year', 'log_id', 'student_key'],
  year: 'school_year',
  insteadOf: ['service_log'],
  columns: {
    school_year: year('School year, the year in which it ends.'),
    log_id: code('Number of the session.'),
    student_id: code('Student number; a pseudonym stands in its place.', { person: 'student_key' }),
    intervention_type: code('Program.', { checkedOnly: true }),
    service_date: date('Day.', { checkedOnly: true }),
    minutes: integer('Minutes that the student was there.', {
      from: 0,
      to: 1440,
      unit: 'minutes',
      checkedOnly: true,
    }),
    group_size: integer('Students in the group.', {
      from: 1,
      to: 999,
      unit: 'students',
      optional: true,
      checkedOnly: true,
    }),
    provider_id: code('Employee number of who gave it.', {
      person: 'staff_key',
      optional: true,
      checkedOnly: true,
    }),
    project_code: code('Project of the ledger that pays for it.', {
      optional: true,
      checkedOnly: true,
    }),
  },
  example: {
    school_year: '2025',
    log_id: 'T-11820',
    student_id: 'S204411',
    intervention_type: 'TUT',
    service_date: '2024-10-08',
    minutes: '45',
    group_size: '3',
    provider_id: 'E1204',
    project_code: '412',
  },
});
