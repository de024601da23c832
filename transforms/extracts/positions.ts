import { code } from '../contract/kinds/code.ts';
import { date } from '../contract/kinds/date.ts';
import { decimal } from '../contract/kinds/decimal.ts';
import { year } from '../contract/kinds/integer.ts';
import { money } from '../contract/kinds/money.ts';
import { OPTIONAL_ACCOUNT_COLUMNS } from './ledger-columns.ts';
import { defineExtract } from './extract.ts';

const jobs = { precision: 9, scale: 4, from: 0, to: 999, unit: 'full-time jobs' } as const;

/** The jobs that the budget has, whether somebody holds them or not. Who holds one is not asked for. */
export const positions = defineExtract({
  name: 'positions',
  title: 'Positions of the budget',
  tier: 'T2',
  row: 'A position of the budget on the day of the report, or one of the people who share it.',
  // Two people may hold one position, a row each: the one on leave and the one in the classroom.
  key: [],
  year: 'fiscal_year',
  note: 'Who holds a position is not asked for: leave that column out.',
  columns: {
    fiscal_year: year('Fiscal year, the year in which it ends.'),
    snapshot_date: date('Day of the report.'),
    position_id: code('Number of the position.'),
    job_code: code('Job.'),
    site_id: code('Site of the position, as the ledger has it.'),
    budgeted_fte: decimal('Full-time jobs in the budget.', jobs),
    filled_fte: decimal('Full-time jobs that are filled.', { ...jobs, optional: true }),
    vacant_since: date('Day since which nobody holds it; empty when filled.', { optional: true }),
    budgeted_salary: money('Salary in the budget, for a year.', { optional: true }),
    budgeted_benefits: money('Benefits in the budget, for a year.', { optional: true }),
    ...OPTIONAL_ACCOUNT_COLUMNS,
  },
  example: {
    fiscal_year: '2025',
    snapshot_date: '2024-10-01',
    position_id: 'P-2210',
    job_code: 'T1',
    site_id: '101',
    budgeted_fte: '1.0',
    filled_fte: '0',
    vacant_since: '2024-08-01',
    budgeted_salary: '66000.00',
    budgeted_benefits: '16000.00',
    fund_code: '100',
    function_code: '1000',
    object_code: '111',
    program_code: '000',
    project_code: '000',
  },
});
