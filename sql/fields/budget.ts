import type { Field } from './field.ts';

/** Budget, commitments, grants, and the year so far. */
export const budgetFields = {
  has_periods: { describe: 'True when every line of the year’s ledger says its own period.' },
  as_of_date: { describe: 'The day of the report that a budget line is from.' },
  through_period: {
    describe: 'The last period of the fiscal year that the amounts include.',
    release: 'label',
  },
  is_to_date: { describe: 'True when the year in progress is compared through this period.' },
  to_date_amount: {
    describe: 'Operating dollars through that period.',
    unit: 'dollars',
    release: 'dollars',
  },
  to_date_per_student: {
    describe: 'Those dollars over students of all schools.',
    unit: 'dollars per student',
    release: 'rate_of_students',
  },
  adopted_amount: { describe: 'The adopted budget.', unit: 'dollars', release: 'dollars' },
  revised_amount: {
    describe: 'The revised budget; the adopted one where nothing was revised.',
    unit: 'dollars',
    release: 'dollars',
  },
  spent_amount: {
    describe: 'Dollars spent; of a grant, until its last day.',
    unit: 'dollars',
    release: 'dollars',
  },
  committed_amount: {
    describe: 'Dollars ordered or promised and not yet spent.',
    unit: 'dollars',
    release: 'dollars',
  },
  left_amount: {
    describe:
      'The revised budget less what is spent and committed; of a grant, the award less what is spent.',
    unit: 'dollars',
    release: 'dollars',
  },
  funding_level: {
    describe: 'Who gives the grant: federal, state, local or private.',
    release: 'label',
  },
  award_amount: {
    describe: 'Dollars awarded for the whole life of the grant.',
    unit: 'dollars',
    release: 'dollars',
  },
  start_date: { describe: 'The first day of the grant.', release: 'label' },
  end_date: { describe: 'The last day of the grant.', release: 'label' },
  began_before_ledger: {
    describe:
      'True when the grant began before the first year of the ledger, so that more was spent than is known.',
    release: 'label',
  },
  after_end_amount: {
    describe: 'Dollars booked to the grant after its last day.',
    unit: 'dollars',
    release: 'dollars',
  },
  kind: { describe: 'The kind of file: ledger, staffing, enrollment and so on.', release: 'label' },
  as_of_sentence: {
    describe: 'What each kind of file is as of, in a sentence.',
    release: 'label',
  },
} as const satisfies Readonly<Record<string, Field>>;
