import { z } from 'zod';
import { type Column, type ColumnOptions, defineColumn, type Kind } from '../kind.ts';
import { missingWord, outsideShare, scientific } from '../mistakes.ts';
import { pattern } from '../pattern.ts';

interface DecimalRange {
  readonly precision: number;
  readonly scale: number;
  /** Bounds in whole units, both included; both or none. */
  readonly from?: number;
  readonly to?: number;
}

/**
 * The texts that are exactly a DECIMAL(precision, scale): digits, at most one point, no rounding.
 * More decimals than the scale are fine when they are zeros. `1e3`, `1_000` and `0x10`, which a cast would take, are not.
 */
export function decimalPattern({ precision, scale }: DecimalRange): string {
  const decimals = `[0-9]{1,${scale}}0{0,12}`;
  return `-?(?:[0-9]{1,${precision - scale}}(?:\\.${decimals})?|\\.${decimals})`;
}

/** A number with decimals, kept exactly: FTE, shares, rates. The value in TypeScript is a text such as `0.8470`. */
function decimalKind(range: DecimalRange): Kind {
  const { precision, scale, from, to } = range;
  const shape = pattern(decimalPattern(range));
  const sqlType = `DECIMAL(${precision},${scale})`;
  const bounds = from === undefined || to === undefined ? '' : ` from ${from} to ${to}`;
  const reason = `is not a number${bounds} with at most ${scale} decimals`;
  const within = (units: bigint): boolean =>
    from === undefined ||
    to === undefined ||
    (units >= BigInt(from) * 10n ** BigInt(scale) && units <= BigInt(to) * 10n ** BigInt(scale));
  return {
    kind: 'decimal',
    sqlType,
    zod: z
      .string()
      .regex(shape.full, { error: reason, abort: true })
      .refine((text) => within(toUnits(text, scale)), reason)
      .transform((text) => fromUnits(toUnits(text, scale), scale)),
    valid: (text) =>
      from === undefined || to === undefined
        ? shape.sql(text)
        : `(case when ${shape.sql(text)} then ${text}::${sqlType} between ${from} and ${to} else false end)`,
    value: (text) => `${text}::${sqlType}`,
    reason,
    rule: 'F09',
    plain: from === undefined && to === undefined ? decimalPattern(range) : null,
    mistakes: [missingWord, scientific, ...(from === 0 && to === 1 ? [outsideShare] : [])],
    ...(from === undefined || to === undefined ? {} : { range: [from, to] as const }),
  };
}

/** A plain decimal text as a whole number of its smallest unit: `12.5` at scale 2 is 1250. */
export function toUnits(text: string, scale: number): bigint {
  const [whole = '', decimals = ''] = text.replace('-', '').split('.');
  const units = BigInt(whole + decimals.slice(0, scale).padEnd(scale, '0'));
  return text.startsWith('-') ? -units : units;
}

/** The other way: 1250 at scale 2 is `12.50`. */
export function fromUnits(units: bigint, scale: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const text = `${digits.slice(0, digits.length - scale)}.${digits.slice(digits.length - scale)}`;
  return units < 0n ? `-${text}` : text;
}

export function decimal(describe: string, options: DecimalRange & ColumnOptions): Column {
  const { precision, scale, from, to, ...rest } = options;
  const bounds = from === undefined || to === undefined ? {} : { from, to };
  return defineColumn(decimalKind({ precision, scale, ...bounds }), describe, rest);
}
