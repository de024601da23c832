import { code } from '../contract/kinds/code.ts';
import { decimal } from '../contract/kinds/decimal.ts';
import { integer, year } from '../contract/kinds/integer.ts';
import { text } from '../contract/kinds/text.ts';
import { defineExtract } from './extract.ts';

/** What jobs are called, and what their contracts say of days and time. */
export const jobCodes = defineExtract({
  name: 'job_codes',
  title: 'Jobs and their contracts',
  tier: 'T2',
  row: 'A job of the district in a fiscal year.',
  key: ['fiscal_year', 'job_code'],
  year: 'fiscal_year',
  list: true,
  columns: {
    fiscal_year: year('Fiscal year, the year in which it ends.'),
    job_code: code('The code, as roster, payroll and ledger have it.'),
    job_title: text('What the district calls the job.'),
    bargaining_unit: code('Contract that the job belongs to.', { optional: true }),
    contract_days: decimal('Days of work in a year.', {
      unit: 'days',
      precision: 9,
      scale: 2,
      from: 0,
      to: 366,
      optional: true,
    }),
    contract_hours_per_day: decimal('Hours of work in a day.', {
      unit: 'hours',
      precision: 9,
      scale: 2,
      from: 0,
      to: 24,
      optional: true,
    }),
    professional_learning_days: decimal('Contract days set aside for professional learning.', {
      unit: 'days',
      precision: 9,
      scale: 2,
      from: 0,
      to: 366,
      optional: true,
    }),
    planning_minutes_per_week: integer('Minutes of planning in a week.', {
      unit: 'minutes',
      from: 0,
      to: 3000,
      optional: true,
    }),
  },
  example: {
    fiscal_year: '2025',
    job_code: 'T1',
    job_title: 'Teacher, elementary',
    bargaining_unit: 'TEA',
    contract_days: '187',
    contract_hours_per_day: '7.5',
    professional_learning_days: '5',
    planning_minutes_per_week: '225',
  },
});
