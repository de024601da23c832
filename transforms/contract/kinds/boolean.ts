import { z } from 'zod';
import { type Column, type ColumnOptions, defineColumn, type Kind } from '../kind.ts';
import { missingWord } from '../mistakes.ts';
import { pattern } from '../pattern.ts';

// Each letter in both cases: `(?i)` would also fold letters outside ASCII, and not alike in the two engines.
const yes = pattern('[Tt][Rr][Uu][Ee]|[Yy][Ee][Ss]|[TtYy]|1');
const no = pattern('[Ff][Aa][Ll][Ss][Ee]|[Nn][Oo]|[FfNn]|0');
const reason = 'is not a yes or no (true, false, yes, no, y, n, t, f, 1 or 0)';

const booleanKind: Kind = {
  kind: 'boolean',
  sqlType: 'BOOLEAN',
  zod: z
    .string()
    .refine((text) => yes.full.test(text) || no.full.test(text), reason)
    .transform((text) => yes.full.test(text)),
  valid: (text) => `(${yes.sql(text)} or ${no.sql(text)})`,
  value: (text) => yes.sql(text),
  reason,
  rule: 'F19',
  plain: 'true|false|[YyNn01]',
  mistakes: [missingWord],
};

export function boolean(describe: string, options?: ColumnOptions): Column {
  return defineColumn(booleanKind, describe, options);
}
