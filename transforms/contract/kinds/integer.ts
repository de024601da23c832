import { z } from 'zod';
import { CELL_CLASS, type ClassForm } from '../cell-classes.ts';
import { type Column, type ColumnOptions, defineColumn, type Kind } from '../kind.ts';
import { missingWord, scientific } from '../mistakes.ts';
import { pattern } from '../pattern.ts';

// Nine digits always fit a 32-bit INTEGER, so that the cast behind the pattern cannot overflow.
const shape = pattern('-?[0-9]{1,9}');

/** A whole number between `from` and `to`, both included; leading zeros are allowed, as in period `07`. */
function integerKind(from: number, to: number): Kind {
  const reason = `is not a whole number from ${from} to ${to}`;
  return {
    kind: 'integer',
    sqlType: 'INTEGER',
    zod: z
      .string()
      .regex(shape.full, { error: reason, abort: true })
      .transform((text) => Number(text) + 0)
      .refine((number) => number >= from && number <= to, reason),
    // A `case`, since SQL may evaluate both sides of an `and`, and the cast of a word would stop the statement.
    valid: (text) =>
      `(case when ${shape.sql(text)} then ${text}::integer between ${from} and ${to} else false end)`,
    value: (text) => `${text}::integer`,
    reason,
    rule: 'F09',
    plain: plainWhole(from, to),
    ...(toNines(from, to) && { classForm: digitsOnly(to) }),
    mistakes: [missingWord, scientific],
    range: [from, to],
  };
}

/** Whole numbers of a short range one by one, and of a range from 0 to nines by their digits. */
function plainWhole(from: number, to: number): string | null {
  if (to - from < 200 && from >= 0) {
    return Array.from({ length: to - from + 1 }, (_, i) => String(from + i))
      .flatMap((number) => (number.length < 2 ? [number, `0${number}`] : [number]))
      .join('|');
  }
  return toNines(from, to) ? `[0-9]{1,${String(to).length}}` : null;
}

function toNines(from: number, to: number): boolean {
  return from === 0 && /^9+$/.test(String(to));
}

function digitsOnly(to: number): ClassForm {
  return { of: CELL_CLASS.digit, needs: CELL_CLASS.digit, longest: String(to).length };
}

interface IntegerOptions extends ColumnOptions {
  readonly from: number;
  readonly to: number;
}

export function integer(describe: string, { from, to, ...options }: IntegerOptions): Column {
  return defineColumn(integerKind(from, to), describe, options);
}

/** A fiscal or school year: the calendar year in which it ends. */
export function year(describe: string, options?: ColumnOptions): Column {
  return integer(describe, { rule: 'F12', ...options, from: 1990, to: 2100 });
}
