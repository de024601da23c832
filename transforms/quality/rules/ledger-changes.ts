import { LEDGER, type Rule } from '../rule.ts';

/** What a finance office would ask about the ledger: changes, gaps, odd amounts. */
export const LEDGER_CHANGE_RULES: readonly Rule[] = [
  {
    id: 'L10',
    severity: 'warn',
    title: 'A fund or a function changed much since the year before.',
    matters:
      'A new grant or a recoding explains most. A year in progress is compared with the same months.',
    resolve: 'Ask finance what changed; put a recoding into coding/restatements.csv.',
    needs: [LEDGER],
    things: 'funds and functions in two years',
    enforcedBy: 'rules',
    thresholds: {
      function_change: {
        value: 0.25,
        unit: 'share',
        describe: 'warns of a larger change of a function',
      },
      fund_change: { value: 0.15, unit: 'share', describe: 'warns of a larger change of a fund' },
      least_change: { value: 100_000, unit: 'dollars', describe: 'smaller changes are not told' },
    },
  },
  {
    id: 'L11',
    severity: 'warn or block',
    title: 'A month or a year is missing between the first and the last of the ledger.',
    matters: 'Always, unless nothing at all was posted. Opening and closing periods are only told.',
    resolve: 'Ask for the missing period.',
    needs: [LEDGER],
    things: 'periods',
    enforcedBy: 'rules',
  },
  {
    id: 'L12',
    severity: 'warn',
    title: 'Lines were posted long before or after their fiscal year.',
    matters: 'When a year was mistyped, or the ledger of another year stands in the file.',
    resolve: 'Look at the lines; a closing entry some weeks after the year is usual.',
    needs: ['gl_transactions'],
    things: 'lines with a date',
    enforcedBy: 'rules',
    thresholds: {
      first_month: { value: 7, unit: 'count', describe: 'the month in which a fiscal year starts' },
      days: { value: 90, unit: 'days', describe: 'so long before and after the year is usual' },
    },
  },
  {
    id: 'L13',
    severity: 'warn',
    title: 'Single lines are a large part of their fund, or stand for large round sums.',
    matters:
      'Such lines are often estimates, corrections or typing errors. Benefits are left out: they are often one journal.',
    resolve: 'Ask finance what the lines are.',
    needs: ['gl_transactions'],
    things: 'lines',
    enforcedBy: 'rules',
    thresholds: {
      fund_share: {
        value: 0.05,
        unit: 'share',
        describe: 'warns of a line that is a larger share of its fund',
      },
      round_to: {
        value: 100_000,
        unit: 'dollars',
        describe: 'warns of lines that are a multiple of this',
      },
      round_share: { value: 0.001, unit: 'share', describe: 'when more of the lines are' },
    },
  },
  {
    id: 'L14',
    severity: 'warn',
    title: 'Much of the spending was booked and taken back.',
    matters: 'Twelve months then show dollars that were never spent; the year’s total is right.',
    resolve: 'Ask whether entries were corrected by reversal.',
    needs: [LEDGER],
    things: 'years',
    enforcedBy: 'rules',
    thresholds: {
      warn_share: { value: 0.01, unit: 'share', describe: 'warns above this share of the year' },
      periods: { value: 2, unit: 'count', describe: 'a reversal comes within so many periods' },
    },
  },
  {
    id: 'L15',
    severity: 'warn or block',
    title:
      'A fund has spent or committed more than its revised budget, or its budgets do not add up.',
    matters:
      'Original budget and its changes must be the revised budget; overspending may be a late amendment.',
    resolve: 'Ask for the budget of the same day as the ledger.',
    needs: [[...LEDGER, 'budget_lines']],
    things: 'funds with a revised budget',
    enforcedBy: 'rules',
    thresholds: {
      over_share: {
        value: 0.05,
        unit: 'share',
        describe: 'warns when spending is over the revised budget by more',
      },
    },
  },
  {
    id: 'L16',
    severity: 'warn or block',
    title: 'Payroll and the ledger’s salaries are apart.',
    matters:
      'Payroll adds no dollars, but people follow it to their sites: one that is off moves them wrongly.',
    resolve:
      'Ask finance whether the payroll file is of the whole year, and whether salaries were moved by journal.',
    needs: ['payroll_lines', LEDGER],
    things: 'funds in a year',
    enforcedBy: 'rules',
    thresholds: {
      warn_share: {
        value: 0.01,
        unit: 'share',
        describe: 'warns above this share of the ledger’s salaries',
      },
      block_share: { value: 0.05, unit: 'share', describe: 'blocks above this share' },
    },
  },
  {
    id: 'L17',
    severity: 'warn',
    title: 'The training function is empty although professional learning was paid for elsewhere.',
    matters: 'A reader of the state report would think that nothing is spent on it.',
    resolve:
      'Look at the accounts under "Professional learning"; ask whether the function is used.',
    needs: [LEDGER],
    things: 'years',
    enforcedBy: 'rules',
  },
  {
    id: 'L18',
    severity: 'warn',
    title: 'Projects of a grant fund are not in the list of grants.',
    matters: 'Nobody can say who pays for them, or when the money ends.',
    resolve: 'Add the projects to the list of grants.',
    needs: ['grants', LEDGER],
    things: 'projects of grant funds in a year',
    enforcedBy: 'rules',
  },
  {
    id: 'L19',
    severity: 'warn',
    title: 'A school has far more or fewer dollars per student than schools of its grade span.',
    matters:
      'A small or special school may be right; a wrong site number or count of students is as likely.',
    resolve: 'Look at the school’s page, then at its number in the ledger and the enrollment file.',
    needs: [LEDGER, ['enrollment_counts', 'enrollment']],
    things: 'schools in a year',
    enforcedBy: 'rules',
    thresholds: {
      low: {
        value: 0.5,
        unit: 'times',
        describe: 'warns below so many times the median of its grade span',
      },
      high: { value: 2, unit: 'times', describe: 'warns above so many times' },
    },
  },
  {
    id: 'L20',
    severity: 'block',
    title: 'An amount has fractions of a cent.',
    matters: 'Sums would no longer be exact to the cent.',
    resolve: 'Export amounts with two decimals.',
    needs: [],
    things: 'rows',
    enforcedBy: 'staging',
  },
  {
    id: 'L21',
    severity: 'warn',
    title: 'Vendors stand in the ledger under several spellings.',
    matters: 'What one provider is paid is then split, and rules by vendor may miss a part.',
    resolve: 'Write rules that fit all spellings, or ask for the vendor list to be cleaned.',
    needs: [LEDGER],
    things: 'vendors',
    enforcedBy: 'rules',
  },
];
