import { z } from 'zod';
import { type Column, type ColumnOptions, defineColumn, type Kind } from '../kind.ts';
import { missingWord, moreDecimals, scientific } from '../mistakes.ts';
import { pattern } from '../pattern.ts';
import { decimalPattern, toUnits } from './decimal.ts';

const shape = pattern(decimalPattern({ precision: 18, scale: 2 }));
const reason = 'is not an amount in dollars and cents';

/**
 * Dollars: DECIMAL(18,2) in SQL, `bigint` cents in TypeScript, never a double.
 * Thousands separators, `$` and parentheses are taken off before, by the source's `number_format`.
 */
export const moneyKind: Kind = {
  kind: 'money',
  sqlType: 'DECIMAL(18,2)',
  zod: z
    .string()
    .regex(shape.full, reason)
    .transform((text) => toUnits(text, 2)),
  valid: (text) => shape.sql(text),
  value: (text) => `${text}::decimal(18,2)`,
  reason,
  rule: 'F09',
  plain: '-?[0-9]{1,12}(?:\\.[0-9]{1,2})?',
  mistakes: [missingWord, moreDecimals, scientific],
  unit: 'dollars',
};

export function money(describe: string, options?: ColumnOptions): Column {
  return defineColumn(moneyKind, describe, options);
}
