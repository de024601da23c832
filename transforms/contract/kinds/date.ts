import { z } from 'zod';
import { type Column, type ColumnOptions, defineColumn, type Kind } from '../kind.ts';
import { dayNumber, missingWord } from '../mistakes.ts';
import { pattern } from '../pattern.ts';

const shape = pattern('(?:19|20|21)[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])');
const reason = 'is not a date of the calendar between 1900 and 2199';

/** A day. Other notations than `2025-07-01` are brought to it before, by the source's `date_format`. */
const dateKind: Kind = {
  kind: 'date',
  sqlType: 'DATE',
  zod: z
    .string()
    .regex(shape.full, { error: reason, abort: true })
    .refine((text) => new Date(`${text}T00:00:00Z`).toISOString().startsWith(text), reason),
  valid: (text) => `(${shape.sql(text)} and try_cast(${text} as date) is not null)`,
  value: (text) => `${text}::date`,
  reason,
  rule: 'F12',
  // Every day of the calendar, February 29 of the years 1904 to 2096 that have one.
  plain:
    '(?:19|20|21)[0-9]{2}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])' +
    '|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))' +
    '|(?:19|20)(?:0[48]|[2468][048]|[13579][26])-02-29',
  mistakes: [missingWord, dayNumber],
};

export function date(describe: string, options?: ColumnOptions): Column {
  return defineColumn(dateKind, describe, options);
}
