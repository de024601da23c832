/** Texts that stand for an empty cell wherever they are met: they are listed under `missing`. */
const PLACEHOLDERS = ['--', '-', 'NA', 'N/A', 'n/a', 'NULL', 'null', '#N/A', '.', '*'];

/** How the numbers of a column are written, as `number_format` says it. */
export interface NumberShape {
  readonly currency: boolean;
  readonly thousands: boolean;
  readonly parentheses: boolean;
  readonly trailingMinus: boolean;
  readonly minus: boolean;
  /** Some have decimals. */
  readonly decimals: boolean;
  /** The most decimals that one of them has, but for zeros at its end. */
  readonly places: number;
  /** The largest without its sign. */
  readonly largest: number;
}

const NUMBER = /^(\()?\s*(-)?\s*(\$)?\s*(-)?(\d{1,3}(?:,\d{3})+|\d+)?(\.\d+)?(-)?\s*(\))?$/;

interface ReadNumber {
  readonly plain: string;
  readonly currency: boolean;
  readonly thousands: boolean;
  readonly parentheses: boolean;
  readonly trailingMinus: boolean;
  readonly minus: boolean;
}

function readNumber(text: string): ReadNumber | undefined {
  const found = NUMBER.exec(text);
  if (!found) return undefined;
  const [, open, before, dollar, after, whole = '', decimals = '', behind, close] = found;
  if (whole === '' && decimals === '') return undefined;
  if ((open === undefined) !== (close === undefined)) return undefined;
  const minus = before !== undefined || after !== undefined;
  const negative = minus || behind !== undefined || open !== undefined;
  return {
    plain: `${negative ? '-' : ''}${whole.replaceAll(',', '')}${decimals}`,
    currency: dollar !== undefined,
    thousands: whole.includes(','),
    parentheses: open !== undefined,
    trailingMinus: behind !== undefined,
    minus,
  };
}

/** A cell as a plain number such as `-1234.50`, however it is written; undefined when it is none. */
export function plainNumber(text: string): string | undefined {
  return readNumber(text)?.plain;
}

/** How numbers are written; undefined when fewer than 93 in 100 of the values are numbers. */
export function numberShape(values: readonly string[]): NumberShape | undefined {
  const asked = values.filter((value) => !PLACEHOLDERS.includes(value));
  const numbers = asked.flatMap((value) => readNumber(value) ?? []);
  if (numbers.length === 0 || numbers.length < 0.93 * asked.length) return undefined;
  return {
    currency: numbers.some((number) => number.currency),
    thousands: numbers.some((number) => number.thousands),
    parentheses: numbers.some((number) => number.parentheses),
    trailingMinus: numbers.some((number) => number.trailingMinus),
    minus: numbers.some((number) => number.minus),
    decimals: numbers.some((number) => number.plain.includes('.')),
    places: Math.max(...numbers.map(({ plain }) => /\.(\d*[1-9])/.exec(plain)?.[1]?.length ?? 0)),
    largest: Math.max(...numbers.map((number) => Math.abs(Number(number.plain)))),
  };
}

/** The texts for "nothing" that the values hold. */
export function placeholdersIn(values: readonly string[]): readonly string[] {
  return values.filter((value) => PLACEHOLDERS.includes(value));
}

/** Ways to write a day: `date_format`, and what recognizes it. The first that fits all values is taken. */
const DATES: readonly (readonly [format: string, pattern: RegExp])[] = [
  ['%Y-%m-%d', /^(?:19|20)\d\d-(?:0?[1-9]|1[0-2])-(?:0?[1-9]|[12]\d|3[01])$/],
  ['%m/%d/%Y', /^(?:0?[1-9]|1[0-2])\/(?:0?[1-9]|[12]\d|3[01])\/(?:19|20)\d\d$/],
  ['%d/%m/%Y', /^(?:0?[1-9]|[12]\d|3[01])\/(?:0?[1-9]|1[0-2])\/(?:19|20)\d\d$/],
  ['%m-%d-%Y', /^(?:0?[1-9]|1[0-2])-(?:0?[1-9]|[12]\d|3[01])-(?:19|20)\d\d$/],
  ['%d-%b-%Y', /^\d{1,2}-[A-Za-z]{3}-(?:19|20)\d\d$/],
  ['%d-%b-%y', /^\d{1,2}-[A-Za-z]{3}-\d\d$/],
  ['%b %d, %Y', /^[A-Za-z]{3} \d{1,2}, (?:19|20)\d\d$/],
  ['%m/%d/%y', /^(?:0?[1-9]|1[0-2])\/(?:0?[1-9]|[12]\d|3[01])\/\d\d$/],
  ['%Y%m%d', /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/],
  ['%Y/%m/%d', /^(?:19|20)\d\d\/(?:0?[1-9]|1[0-2])\/(?:0?[1-9]|[12]\d|3[01])$/],
  ['%Y-%m-%d %H:%M:%S', /^(?:19|20)\d\d-\d\d-\d\d \d\d:\d\d:\d\d$/],
  ['%m/%d/%Y %H:%M:%S', /^\d{1,2}\/\d{1,2}\/(?:19|20)\d\d \d{1,2}:\d\d:\d\d$/],
];

/** How days are written; undefined when fewer than 95 in 100 of the values are days. */
export function dateFormat(values: readonly string[]): string | undefined {
  const asked = values.filter((value) => !PLACEHOLDERS.includes(value));
  if (asked.length === 0) return undefined;
  return DATES.find(
    ([, pattern]) => asked.filter((value) => pattern.test(value)).length >= 0.95 * asked.length,
  )?.[0];
}

/** How years are written: a number, or a range such as 2023-24; undefined when the values are no years. */
export function yearShape(values: readonly string[]): 'number' | 'range' | undefined {
  if (values.length === 0) return undefined;
  if (values.every((value) => /^(?:199|20\d)\d$/.test(value))) return 'number';
  return values.every((value) => rangeEnd(value) !== undefined) ? 'range' : undefined;
}

/** The year in which a range such as `2023-24`, `2023-2024` or `2023/24` ends. */
export function rangeEnd(text: string): number | undefined {
  const found = /^((?:19|20)\d\d)\s?[-–/]\s?((?:19|20)?\d\d)$/.exec(text);
  if (!found) return undefined;
  const end = Number(found[1]) + 1;
  return Number(found[2]) % 100 === end % 100 ? end : undefined;
}

const MONTH =
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?:[- ]?\d{2,4})?$|^(?:19|20)\d\d-(?:0[1-9]|1[0-2])$/i;

/** Whether all values are months of the calendar, by name or as 2024-07. */
export function monthShape(values: readonly string[]): boolean {
  return values.length > 0 && values.every((value) => MONTH.test(value));
}
