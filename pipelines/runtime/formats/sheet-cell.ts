import type { CellValue } from 'hucre';

/** What a formula shows that has no result; a number that has lost digits is treated as one. */
const LOST_DIGITS = '#NUM!';

/** How workbooks of the strict kind keep a day. */
const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,7})?Z?$/;

/** A cell of a sheet as text: dates as ISO, numbers with all their digits, never in powers of ten. */
export function sheetCell(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string')
    return ISO.test(value) ? isoDate(new Date(`${value.replace('Z', '')}Z`)) : value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') return plainNumber(value);
  return isoDate(value);
}

function plainNumber(value: number): string {
  // Past this size not every whole number can be told from its neighbor.
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) return LOST_DIGITS;
  const text = String(value);
  const small = /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/.exec(text);
  if (small === null) return text;
  const [, sign = '', first = '', more = '', zeros = '0'] = small;
  return `${sign}0.${'0'.repeat(Number(zeros) - 1)}${first}${more}`;
}

/** A day as `2025-07-01`; with a time of day, that after a space. */
function isoDate(date: Date): string {
  if (Number.isNaN(date.getTime())) return LOST_DIGITS;
  const [day = '', time = ''] = date.toISOString().split('T');
  return time === '00:00:00.000Z' ? day : `${day} ${time.slice(0, 8)}`;
}
