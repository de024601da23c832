import { z } from 'zod';
import { quoted } from './cell-test.ts';

const notation = quoted.regex(
  /^(?:%[YymdbBHMSpI-]|[^%])+$/,
  'may use %Y %y %m %d %b %B %H %I %M %S %p',
);

/** How a sender writes dates; of several notations, the first that fits a cell counts. */
export const dateFormat = z.union([notation, z.array(notation).min(1)]);

export type DateFormat = z.output<typeof dateFormat>;
