import { LEDGER, type Rule } from '../rule.ts';

/** Pay, dates and experience: people are counted, never named. */
export const STAFF_PEOPLE_RULES: readonly Rule[] = [
  {
    id: 'S03',
    severity: 'warn or block',
    title: 'Salaries are far from those of the same job, or cannot be.',
    matters: 'Average pay and vacancy savings rest on them.',
    resolve: 'Ask personnel to look at the highest and lowest salaries of each job.',
    needs: ['staff_roster'],
    things: 'salaries',
    enforcedBy: 'rules',
    thresholds: {
      deviations: {
        value: 3.5,
        unit: 'times',
        describe: 'far is so many times the usual distance from the median of the job',
      },
      warn_share: {
        value: 0.02,
        unit: 'share',
        describe: 'warns when more of the salaries are far',
      },
      highest: {
        value: 600_000,
        unit: 'dollars',
        describe: 'blocks above this salary, and at 0 or below',
      },
    },
  },
  {
    id: 'S04',
    severity: 'warn',
    title: 'Salaries look like hourly or monthly pay.',
    matters: 'When the column of the annual salary holds a rate of pay.',
    resolve: 'Map the annual salary, or leave the column out.',
    needs: ['staff_roster'],
    things: 'people with half a job or more',
    enforcedBy: 'rules',
    thresholds: {
      lowest: {
        value: 5000,
        unit: 'dollars',
        describe: 'warns of a salary for a whole job below this',
      },
    },
  },
  {
    id: 'S06',
    severity: 'warn',
    title: 'Years of experience cannot be right.',
    matters: 'Shares of new teachers rest on them.',
    resolve: 'Ask personnel for the years of experience at the day of the roster.',
    needs: ['staff_roster'],
    things: 'people in a year',
    enforcedBy: 'rules',
    thresholds: {
      most: { value: 50, unit: 'years', describe: 'warns of more years' },
    },
  },
  {
    id: 'S09',
    severity: 'warn or block',
    title:
      'People were hired after the day of the roster, left before they came, or left without a reason.',
    matters:
      'Years of service and who stayed rest on these days; a later day of hire is another roster.',
    resolve: 'Ask personnel to correct the days, or for the roster of the day.',
    needs: ['staff_roster'],
    things: 'people in a year',
    enforcedBy: 'rules',
  },
  {
    id: 'S12',
    severity: 'warn',
    title: 'People were paid after they had left, or contracts have an unusual number of days.',
    matters: 'Final pay some months after is usual; more is not.',
    resolve: 'Ask payroll for the last day of the people, and personnel for the contract days.',
    needs: [['staff_roster', 'job_codes']],
    things: 'people and contracts',
    enforcedBy: 'rules',
    thresholds: {
      periods: {
        value: 3,
        unit: 'count',
        describe: 'pay up to so many periods after the last day is usual',
      },
      warn_share: {
        value: 0.02,
        unit: 'share',
        describe: 'warns when it is so for more of the people who left',
      },
      fewest_days: { value: 150, unit: 'days', describe: 'warns of a contract with fewer days' },
      most_days: { value: 261, unit: 'days', describe: 'warns of a contract with more days' },
    },
  },
  {
    id: 'S13',
    severity: 'warn',
    title: 'Staff or average salaries changed much since the year before.',
    matters: 'A roster of another day, or of other kinds of staff, looks like a cut.',
    resolve: 'Ask whether both rosters are of the same day of the year and of the same people.',
    needs: ['staff_roster'],
    things: 'years',
    enforcedBy: 'rules',
    thresholds: {
      staff_change: {
        value: 0.1,
        unit: 'share',
        describe: 'warns of a larger change of full-time jobs',
      },
      pay_fall: {
        value: 0.05,
        unit: 'share',
        describe: 'warns when average salaries fall by more',
      },
      pay_rise: { value: 0.12, unit: 'share', describe: 'warns when they rise by more' },
    },
  },
  {
    id: 'S15',
    severity: 'warn',
    title: 'Kinds of pay sound like professional learning and are not marked so.',
    matters: 'Stipends for training would be missing from professional learning.',
    resolve: 'Mark them in the list of earn codes, or say there that they are not.',
    needs: ['earn_codes', 'payroll_lines', LEDGER],
    things: 'kinds of pay',
    enforcedBy: 'rules',
  },
];
