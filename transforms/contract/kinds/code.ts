import { z } from 'zod';
import { type Column, type ColumnOptions, defineColumn, type Kind } from '../kind.ts';
import { codeAsDate, codeAsError, codeAsNumber, DAMAGED } from '../mistakes.ts';
import { pattern, PRINTABLE } from '../pattern.ts';

const shape = pattern(`${PRINTABLE}{1,120}`);
const damaged = pattern(DAMAGED);
const reason = 'is not a code: a code has at most 120 characters, on one line';

/** A sender's code, kept as text to the letter: a leading zero is data. What a spreadsheet has made of one is none. */
export const codeKind: Kind = {
  kind: 'code',
  sqlType: 'VARCHAR',
  zod: z
    .string()
    .regex(shape.full, reason)
    .refine((text) => !damaged.full.test(text), reason),
  valid: (text) => `(${shape.sql(text)} and not ${damaged.sql(text)})`,
  value: (text) => text,
  reason,
  rule: 'F13',
  mistakes: [codeAsNumber, codeAsDate, codeAsError],
};

export function code(describe: string, options?: ColumnOptions): Column {
  return defineColumn(codeKind, describe, options);
}
