import { type ColumnProfile, type FileProfile, usualValues } from './file-profile.ts';
import { dateFormat, numberShape, yearShape } from './shape.ts';

/** The file has no row that names its columns: they are numbered from the left. */
export function isWithoutHeader({ format }: FileProfile): boolean {
  return 'header' in format && format.header === false;
}

/** What each column of a file without header holds, so that a person knows which is which; never a cell. */
export function columnsInWords(profile: FileProfile): string {
  return profile.columns
    .map((column) => `${column.name} ${kindOf(column, profile.rows)}`)
    .join('; ');
}

function kindOf(column: ColumnProfile, rows: number): string {
  const values = usualValues(column);
  if (values.length === 0) return 'empty';
  const some = column.filled < rows ? ' in some rows' : '';
  const numbers = numberShape(values);
  if (yearShape(values) !== undefined) return `years${some}`;
  if (dateFormat(values) !== undefined && numbers === undefined) return `days${some}`;
  if (numbers === undefined) return `words, ${column.distinct} different${some}`;
  const decimals = numbers.decimals ? ' with decimals' : '';
  const once = column.distinct === rows ? ', each once' : '';
  return `numbers up to ${roundLimit(numbers.largest)}${decimals}${once}${some}`;
}

/** The next of 1, 10, 100, …: a size, and no number of the file. */
function roundLimit(largest: number): string {
  const limit = 10 ** Math.max(0, Math.ceil(Math.log10(Math.max(1, largest))));
  return limit.toLocaleString('en-US');
}
