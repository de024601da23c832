import { cleanCell } from '../../../transforms/contract/cell.ts';

/**
 * A column's name as files and configurations are compared: any run of blanks or line breaks is one space, and a letter
 * with its accent is one letter. Messages show it, so what a terminal would obey is a question mark.
 */
export function columnName(text: string): string {
  return (cleanCell(text, []) ?? '')
    .normalize()
    .replaceAll(/[\s\u00a0\u200b\ufeff]+/gu, ' ')
    .replaceAll(/\p{Cc}/gu, '?');
}

/**
 * The columns that one or several header rows name. In a row above the last, an empty cell takes the name to its left,
 * as a merged cell shows it; the names of a column are joined by a space.
 */
export function headerNames(rows: readonly (readonly string[])[]): readonly string[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const filled = rows.map((row, i) => {
    const names = Array.from({ length: width }, (_, column) => columnName(row[column] ?? ''));
    if (i === rows.length - 1) return names;
    let left = '';
    return names.map((name) => (left = name === '' ? left : name));
  });
  return Array.from({ length: width }, (_, column) =>
    filled
      .map((row) => row[column] ?? '')
      .filter((name) => name !== '')
      .join(' '),
  );
}
