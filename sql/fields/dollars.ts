import type { Field } from './field.ts';

/** Dollars, exact to the cent. */
export const dollarsFields = {
  amount: { describe: 'Dollars.', unit: 'dollars', release: 'dollars' },
  read_amount: { describe: 'Dollars read from the files.', unit: 'dollars', release: 'dollars' },
  assigned_amount: {
    describe: 'Dollars that have a purpose.',
    unit: 'dollars',
    release: 'dollars',
  },
  not_yet_assigned_amount: {
    describe: 'Dollars that no rule gives a purpose yet.',
    unit: 'dollars',
    release: 'dollars',
  },
  excluded_amount: {
    describe: 'Dollars that a named rule leaves out of the map.',
    unit: 'dollars',
    release: 'dollars',
  },
  quarantined_amount: {
    describe: 'Dollars on rows that were set aside.',
    unit: 'dollars',
    release: 'dollars',
  },
  dropped_amount: {
    describe: 'Dollars on rows that a named rule drops, such as stored totals.',
    unit: 'dollars',
    release: 'dollars',
  },
  difference_amount: {
    describe: 'What is left when the parts are taken from the whole; 0.00 when it ties.',
    unit: 'dollars',
    release: 'dollars',
  },
  control_amount: {
    describe: 'The control total that the district sends.',
    unit: 'dollars',
    release: 'dollars',
  },
  control_difference_amount: {
    describe: 'The ledger less the control total; 0.00 when it ties.',
    unit: 'dollars',
    release: 'dollars',
  },
  ledger_amount: {
    describe: 'Dollars of the ledger beside a control total or payroll.',
    unit: 'dollars',
  },
  payroll_amount: {
    describe: 'Dollars of payroll, without the employer’s part of benefits.',
    unit: 'dollars',
  },
  movement: {
    describe:
      'What became of the dollars: read, assigned, not_yet_assigned, excluded, quarantined or dropped.',
  },
  operating_amount: {
    describe:
      'Operating dollars: assigned and not yet assigned, less what is outside the operating budget.',
    unit: 'dollars',
    release: 'dollars',
  },
  operating_per_student: {
    describe: 'Operating dollars over students of all schools.',
    unit: 'dollars per student',
    release: 'dollars',
  },
  operating_share: { describe: 'Share of operating dollars.', unit: 'share, 0 to 1' },
  total_amount: { describe: 'Dollars of professional learning.', unit: 'dollars' },
  per_teacher: { describe: 'Dollars over full-time teachers.', unit: 'dollars per teacher' },
  function_amount: {
    describe: 'Dollars of the training function as coded, before benefits are spread.',
    unit: 'dollars',
  },
  tied_amount: { describe: 'Of it, dollars tied to a goal of the plan.', unit: 'dollars' },
  tied_share: {
    describe: 'Share of it that is tied to a goal of the plan.',
    unit: 'share, 0 to 1',
  },
  default_share: { describe: 'Share of it that a default rule codes.', unit: 'share, 0 to 1' },
  initiatives: { describe: 'Projects with professional-learning dollars.' },
  central_amount: { describe: 'Dollars of the central office as coded.', unit: 'dollars' },
  central_share: {
    describe: 'Central office as coded, as a share of operating dollars.',
    unit: 'share, 0 to 1',
  },
  comparable_amount: {
    describe: 'Dollars of the central office with restated codes put back.',
    unit: 'dollars',
  },
  comparable_share: {
    describe: 'Central office with restated codes put back, as a share of operating dollars.',
    unit: 'share, 0 to 1',
  },
  moved_amount: {
    describe: 'Dollars that left the central office by a change of codes alone.',
    unit: 'dollars',
  },
  school_control_amount: { describe: 'Dollars that schools decide on.', unit: 'dollars' },
  school_control_share: {
    describe: 'Dollars that schools decide on, as a share of operating dollars.',
    unit: 'share, 0 to 1',
  },
  school_control_per_student: {
    describe: 'Dollars that schools decide on, over students.',
    unit: 'dollars per student',
  },
  series: { describe: 'As coded, or comparable: with restated codes put back.' },
  previous_amount: { describe: 'Dollars of the year before.', unit: 'dollars' },
  change_amount: { describe: 'Dollars more than the year before.', unit: 'dollars' },
  change_share: {
    describe: 'Change since the year before, as a share of that year.',
    unit: 'share',
  },
  times_function: {
    describe: 'Professional learning over what the training function shows.',
    unit: 'times',
  },
  first_initiatives: { describe: 'Projects with professional-learning dollars in the first year.' },
  first_tied_share: {
    describe: 'Share tied to a goal of the plan in the first year.',
    unit: 'share, 0 to 1',
  },
} as const satisfies Readonly<Record<string, Field>>;
