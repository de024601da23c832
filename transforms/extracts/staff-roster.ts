import { code } from '../contract/kinds/code.ts';
import { date } from '../contract/kinds/date.ts';
import { decimal } from '../contract/kinds/decimal.ts';
import { year } from '../contract/kinds/integer.ts';
import { money } from '../contract/kinds/money.ts';
import { text } from '../contract/kinds/text.ts';
import { defineExtract } from './extract.ts';

/** Who works for the district. A row per person: it never leaves the store. */
export const staffRoster = defineExtract({
  name: 'staff_roster',
  title: 'Staff roster',
  tier: 'T1',
  row: 'A person on the staff in a fiscal year.',
  key: ['fiscal_year', 'staff_key'],
  year: 'fiscal_year',
  columns: {
    fiscal_year: year('Fiscal year, the year in which it ends.'),
    snapshot_date: date('Day of the roster.'),
    staff_id: code('Employee number; a pseudonym stands in its place.', { person: 'staff_key' }),
    hire_date: date('Day of hire.', { optional: true }),
    exit_date: date('Last day of work.', { optional: true }),
    exit_reason: code('Reason of leaving.', { optional: true }),
    employment_status: code('Kind of employment.', { optional: true, checkedOnly: true }),
    bargaining_unit: code('Contract that the person is under.', {
      optional: true,
      checkedOnly: true,
    }),
    total_fte: decimal('Share of a full-time job.', {
      unit: 'full-time jobs',
      precision: 9,
      scale: 4,
      from: 0,
      to: 3,
    }),
    years_experience: decimal('Years of experience.', {
      unit: 'years',
      precision: 9,
      scale: 2,
      from: 0,
      to: 80,
      optional: true,
    }),
    years_in_district: decimal('Years of these in the district.', {
      precision: 9,
      scale: 2,
      from: 0,
      to: 80,
      unit: 'years',
      optional: true,
      checkedOnly: true,
    }),
    salary_lane: code('Lane of the salary schedule.', { optional: true, checkedOnly: true }),
    salary_step: code('Step of the salary schedule.', { optional: true, checkedOnly: true }),
    contract_days: decimal('Days of work in the contract.', {
      precision: 9,
      scale: 2,
      from: 0,
      to: 366,
      unit: 'days',
      optional: true,
      checkedOnly: true,
    }),
    highest_degree: text('Highest degree.', { optional: true, checkedOnly: true }),
    annual_base_salary: money('Contract pay for a year.', { optional: true }),
  },
  example: {
    fiscal_year: '2025',
    snapshot_date: '2024-10-01',
    staff_id: 'E1204',
    hire_date: '2016-08-15',
    exit_date: '',
    exit_reason: '',
    employment_status: 'Contract',
    bargaining_unit: 'TEA',
    total_fte: '1.0',
    years_experience: '8',
    years_in_district: '6',
    highest_degree: 'Master',
    salary_lane: 'MA',
    salary_step: '8',
    annual_base_salary: '71250.00',
    contract_days: '187',
  },
});
