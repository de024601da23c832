import { code } from '../contract/kinds/code.ts';
import { decimal } from '../contract/kinds/decimal.ts';
import { integer, year } from '../contract/kinds/integer.ts';
import { defineExtract } from './extract.ts';

/** How many days the contract of each bargaining unit has, and for what. */
export const calendars = defineExtract({
  name: 'calendars',
  title: 'Calendar of each contract',
  tier: 'T2',
  row: 'A bargaining unit in a school year.',
  key: ['school_year', 'bargaining_unit'],
  year: 'school_year',
  list: true,
  columns: {
    school_year: year('School year, the year in which it ends.'),
    bargaining_unit: code('Contract, as job_codes names it.'),
    student_days: decimal('Days with students.', {
      precision: 9,
      scale: 2,
      from: 0,
      to: 366,
      unit: 'days',
    }),
    staff_days: decimal('Days of work.', {
      precision: 9,
      scale: 2,
      from: 0,
      to: 366,
      unit: 'days',
    }),
    professional_learning_days: decimal(
      'Days of work that are set aside for professional learning.',
      { precision: 9, scale: 2, from: 0, to: 366, unit: 'days' },
    ),
    early_release_days: decimal('Days on which students leave early for it.', {
      precision: 9,
      scale: 2,
      from: 0,
      to: 366,
      unit: 'days',
      optional: true,
    }),
    minutes_per_early_release: integer('Minutes gained on such a day.', {
      from: 0,
      to: 600,
      unit: 'minutes',
      optional: true,
    }),
    team_minutes_per_week: integer('Minutes a week that teams of teachers meet.', {
      from: 0,
      to: 3000,
      unit: 'minutes',
      optional: true,
    }),
  },
  example: {
    school_year: '2025',
    bargaining_unit: 'TEA',
    student_days: '180',
    staff_days: '187',
    professional_learning_days: '5',
    early_release_days: '8',
    minutes_per_early_release: '120',
    team_minutes_per_week: '90',
  },
});
