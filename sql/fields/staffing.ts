import type { Field } from './field.ts';

/** People by where they work, never one by one in what is published. */
export const staffingFields = {
  employer_id: { describe: 'Who employs the person, where it is not this district.' },
  position_type: {
    describe: 'The kind of position, the same in every district.',
    release: 'label',
  },
  position_name: { describe: 'The name of the kind of position.', release: 'label' },
  fte: {
    describe: 'Full-time equivalents.',
    unit: 'full-time equivalents',
    release: 'staff_measure',
  },
  positions: {
    describe: 'Positions of the budget; one that two people hold may stand in the files twice.',
    unit: 'positions',
    release: 'staff_measure',
  },
  vacant_positions: {
    describe: 'Positions that nobody holds on the day of the report.',
    unit: 'positions',
    release: 'staff_measure',
  },
  budgeted_fte: {
    describe: 'Full-time equivalents of the positions in the budget.',
    unit: 'full-time equivalents',
    release: 'staff_measure',
  },
  vacant_fte: {
    describe: 'Full-time equivalents of the positions that nobody holds.',
    unit: 'full-time equivalents',
    release: 'staff_measure',
  },
  snapshot_date: { describe: 'The day of the report.', release: 'label' },
  teacher_fte: {
    describe: 'Full-time equivalents of teachers.',
    unit: 'full-time equivalents',
    release: 'staff_measure',
  },
  position_id: { describe: 'The district’s number of a position.' },
  is_vacant: { describe: 'True for a position of which nobody holds any part.' },
  vacant_since: { describe: 'The day since which nobody holds the position.' },
  filled_fte: {
    describe: 'Full-time equivalents that are filled.',
    unit: 'full-time equivalents',
    release: 'staff_measure',
  },
  budgeted_salary: {
    describe: 'Salaries of the positions in the budget.',
    unit: 'dollars',
    release: 'staff_measure',
  },
  budgeted_benefits: {
    describe: 'Benefits of the positions in the budget.',
    unit: 'dollars',
    release: 'staff_measure',
  },
  vacant_amount: {
    describe: 'Salaries and benefits that the budget has for what is vacant.',
    unit: 'dollars',
  },
  earn_code: { describe: 'The district’s code for a kind of pay.' },
  pay_type: { describe: 'The kind of pay.' },
} as const satisfies Readonly<Record<string, Field>>;
