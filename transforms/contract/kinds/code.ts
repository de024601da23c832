import { z } from 'zod';
import { type Column, type ColumnOptions, defineColumn, type Kind } from '../kind.ts';
import { pattern, PRINTABLE } from '../pattern.ts';

const shape = pattern(`${PRINTABLE}{1,120}`);
const reason = 'is not a code: a code has at most 120 characters, on one line';

/** A sender's code, kept as text to the letter: a leading zero is data. */
export const codeKind: Kind = {
  kind: 'code',
  sqlType: 'VARCHAR',
  zod: z.string().regex(shape.full, reason),
  valid: (text) => shape.sql(text),
  value: (text) => text,
  reason,
};

export function code(describe: string, options?: ColumnOptions): Column {
  return defineColumn(codeKind, describe, options);
}
