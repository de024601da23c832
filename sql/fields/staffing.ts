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
  teacher_fte: {
    describe: 'Full-time equivalents of teachers.',
    unit: 'full-time equivalents',
    release: 'staff_measure',
  },
  earn_code: { describe: 'The district’s code for a kind of pay.' },
  pay_type: { describe: 'The kind of pay.' },
} as const satisfies Readonly<Record<string, Field>>;
