import { code } from '../contract/kinds/code.ts';
import { date } from '../contract/kinds/date.ts';
import { decimal } from '../contract/kinds/decimal.ts';
import { integer, year } from '../contract/kinds/integer.ts';
import { reference } from '../contract/kinds/reference.ts';
import { defineExtract } from './extract.ts';

/** Where each person works, and as what; one person may serve several sites. */
export const staffAssignments = defineExtract({
  name: 'staff_assignments',
  title: 'Where people work',
  tier: 'T1',
  row: 'An assignment of a person to a site in a fiscal year.',
  key: ['fiscal_year', 'staff_key', 'assignment_no'],
  year: 'fiscal_year',
  columns: {
    fiscal_year: year('Fiscal year, the year in which it ends.'),
    staff_id: reference(
      'Employee number; a pseudonym stands in its place.',
      'staff_roster.staff_id',
      {
        person: 'staff_key',
      },
    ),
    assignment_no: integer('Number of the assignment.', { from: 0, to: 999_999_999 }),
    site_id: reference('Site of the work.', 'organizations.site_id'),
    job_code: code('Job.'),
    fte: decimal('Share of a full-time job at this site.', {
      unit: 'full-time jobs',
      precision: 9,
      scale: 4,
      from: 0,
      to: 3,
    }),
    employer_id: code(
      'Who employs the person, where it is not this district; the work counts where it is done.',
      {
        optional: true,
      },
    ),
    position_id: code('Position of the budget that the person holds.', {
      optional: true,
      checkedOnly: true,
    }),
    program_code: code('Program of the work.', { optional: true, checkedOnly: true }),
    begin_date: date('First day; the first of the year when empty.', { optional: true }),
    end_date: date('Last day; the last of the year when empty.', { optional: true }),
  },
  example: {
    fiscal_year: '2025',
    staff_id: 'E1204',
    assignment_no: '1',
    site_id: '101',
    job_code: 'T1',
    fte: '0.6',
    employer_id: '',
    position_id: 'P-2210',
    program_code: '000',
    begin_date: '2024-08-12',
    end_date: '2025-06-10',
  },
});
