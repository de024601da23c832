import { z } from 'zod';
import { CELL_CLASS } from '../cell-classes.ts';
import { type Column, type ColumnOptions, defineColumn, type Kind } from '../kind.ts';
import { pattern, PRINTABLE_OR_BREAK } from '../pattern.ts';

const LONGEST = 4000;
const shape = pattern(`${PRINTABLE_OR_BREAK}*`);
const reason = `is not readable text: it has control characters or more than ${LONGEST} characters`;

/** Words for people: names, descriptions, remarks. May hold line breaks. */
const textKind: Kind = {
  kind: 'text',
  sqlType: 'VARCHAR',
  // Counted in code points, as DuckDB does: an emoji is one character or a few, never "two half ones".
  zod: z
    .string()
    .refine((text) => shape.full.test(text) && Array.from(text).length <= LONGEST, reason),
  valid: (text) => `(length(${text}) <= ${LONGEST} and ${shape.sql(text)})`,
  value: (text) => text,
  reason,
  rule: 'F02',
  // Its length is bounded with the row's.
  plain: '[!-~](?:[ -~]*[!-~])?',
  classForm: { of: ~CELL_CLASS.other, needs: ~CELL_CLASS.other, longest: LONGEST },
  mistakes: [],
};

export function text(describe: string, options?: ColumnOptions): Column {
  return defineColumn(textKind, describe, options);
}
