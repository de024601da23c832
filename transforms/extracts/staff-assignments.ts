import { defineContract } from '../contract/contract.ts';
import { code } from '../contract/kinds/code.ts';
import { date } from '../contract/kinds/date.ts';
import { decimal } from '../contract/kinds/decimal.ts';
import { integer, year } from '../contract/kinds/integer.ts';
import { reference } from '../contract/kinds/reference.ts';

/** Where each person works, and as what; one person may serve several sites. */
export const staffAssignments = defineContract({
  name: 'staff_assignments',
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
      precision: 9,
      scale: 4,
      from: 0,
      to: 3,
    }),
    begin_date: date('First day.', { optional: true, checkedOnly: true }),
    end_date: date('Last day.', { optional: true, checkedOnly: true }),
  },
});
