import { z } from 'zod';
import { quoted } from './cell-test.ts';
import { durationText } from './duration.ts';
import { LABELS } from './label.ts';
import { identifier } from './source.ts';

/** When new files start a refresh by themselves. What is left out has its default here. */
export const arrivals = z.strictObject({
  /** All files must lie unchanged for so long: one that is still being copied is not read. */
  settle: durationText.prefault('10m'),
  /** Sources each of which must have a new file; the files of others come along, or start nothing by themselves. */
  wait_for: z.array(identifier).default([]),
  /** When the first new file is so old, a refresh starts with what has come. */
  wait_at_most: durationText.prefault('3d'),
  /** How often the folder is looked at. */
  look_every: durationText
    .refine((seconds) => seconds >= 10, 'must not be shorter than 10s')
    .prefault('5m'),
  /** Whether the report site is built. */
  site: z.boolean().default(true),
  label: z.enum(LABELS, { error: `must be one of: ${LABELS.join(', ')}` }).optional(),
  parameters: z.record(identifier, z.union([quoted, z.int()])).default({}),
});

export type Arrivals = z.output<typeof arrivals>;
