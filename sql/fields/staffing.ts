import type { Field } from './field.ts';

/** People by where they work, never one by one in what is published. */
export const staffingFields = {
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
  earn_code: { describe: 'The district’s code for a kind of pay.' },
  pay_type: { describe: 'The kind of pay.' },
} as const satisfies Readonly<Record<string, Field>>;
