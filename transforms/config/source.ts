import { z } from 'zod';
import { EXTRACT_NAMES } from '../extracts/index.ts';
import { conditions, quoted } from './cell-test.ts';
import { columnMapping } from './column-mapping.ts';
import { dateFormat } from './date-format.ts';
import { fileFormat } from './format.ts';
import { expectation } from './freshness.ts';

const name = quoted.min(1, 'must not be empty');

/** Ids become folder names and stand in messages. */
export const identifier = quoted.regex(
  /^[a-z][a-z0-9_]{0,59}$/,
  'must be lower-case letters, digits and _, and start with a letter',
);

/** How many rows may be set aside; `null` = no limit. */
export const quarantinedRows = z.int().min(0).nullable();

/** With more, the search for a long file name could take for ever. */
const MOST_STARS = 4;

const numberFormat = z.strictObject({
  thousands: z.enum([',', '.', ' ']).optional(),
  decimal: z.enum(['.', ',']).default('.'),
  currency: z.enum(['$']).optional(),
  negative: z
    .array(z.enum(['minus', 'parentheses', 'trailing_minus']))
    .min(1)
    .default(['minus']),
});

const totalOf = z.union([
  z.strictObject({ by: z.array(name), amount: name }),
  z.strictObject({ since_last: z.literal(true), amount: name }),
]);

const dropRule = z.strictObject({
  id: identifier,
  when: conditions,
  reason: name.optional(),
  /** The dropped record is a stored total: it must equal the other records of its group, or those since the last one. */
  total_of: totalOf.optional(),
});

const reshape = z.strictObject({
  /** The sender's column -> the label that its cells get. */
  columns: z.record(name, name),
  /** The names under which `columns` mappings read the label and the cell. */
  name,
  value: name,
  /** A column that holds the total of a record's cells: it must equal their sum, but for rounding. */
  total: z
    .strictObject({ column: name, within: z.number().min(0).max(1000).default(0) })
    .optional(),
});

export const source = z.strictObject({
  id: identifier,
  extract: z.enum(EXTRACT_NAMES, { error: `must be one of: ${EXTRACT_NAMES.join(', ')}` }),
  file: name.refine(
    (pattern) => pattern.split('*').length - 1 <= MOST_STARS,
    `must not have more than ${MOST_STARS} stars`,
  ),
  year_label: z.enum(['end', 'start']).default('end'),
  already_public: z.boolean().default(false),
  /** Without a file of it there is no refresh; else the refresh goes on without it, and says so. */
  required: z.boolean().default(false),
  /** Of each of its files, in place of the district's, which then counts the other sources. */
  tolerances: z.strictObject({ quarantined_rows: quarantinedRows }).optional(),
  /** Age of the last new file. */
  freshness: expectation.optional(),
  format: fileFormat.prefault({}),
  number_format: numberFormat.optional(),
  date_format: dateFormat.default('%Y-%m-%d'),
  missing: z.array(quoted).optional(),
  keep: z.array(z.strictObject({ column: name, in: z.array(quoted).min(1) })).default([]),
  drop: z.array(dropRule).default([]),
  reshape: reshape.optional(),
  columns: z.record(z.string(), columnMapping),
});

export type Source = z.output<typeof source>;
/** A source as a person writes it. */
export type SourceInput = z.input<typeof source>;
export type NumberFormat = z.output<typeof numberFormat>;
export type DropRule = z.output<typeof dropRule>;
