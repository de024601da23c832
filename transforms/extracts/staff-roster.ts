import { defineContract } from '../contract/contract.ts';
import { code } from '../contract/kinds/code.ts';
import { date } from '../contract/kinds/date.ts';
import { decimal } from '../contract/kinds/decimal.ts';
import { year } from '../contract/kinds/integer.ts';
import { money } from '../contract/kinds/money.ts';
import { text } from '../contract/kinds/text.ts';

/** Who works for the district. A row per person: it never leaves the store. */
export const staffRoster = defineContract({
  name: 'staff_roster',
  row: 'A person on the staff in a fiscal year.',
  key: ['fiscal_year', 'staff_key'],
  year: 'fiscal_year',
  columns: {
    fiscal_year: year('Fiscal year, the year in which it ends.'),
    snapshot_date: date('Day of the roster.'),
    staff_id: code('Employee number; a pseudonym stands in its place.', { person: 'staff_key' }),
    hire_date: date('Day of hire.', { optional: true, checkedOnly: true }),
    exit_date: date('Last day of work.', { optional: true, checkedOnly: true }),
    total_fte: decimal('Share of a full-time job.', {
      precision: 9,
      scale: 4,
      from: 0,
      to: 3,
      checkedOnly: true,
    }),
    years_experience: decimal('Years of experience.', {
      precision: 9,
      scale: 2,
      from: 0,
      to: 80,
      optional: true,
      checkedOnly: true,
    }),
    highest_degree: text('Highest degree.', { optional: true, checkedOnly: true }),
    annual_base_salary: money('Contract pay for a year.', { optional: true, checkedOnly: true }),
  },
});
