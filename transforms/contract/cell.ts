import { sqlText } from '../sql-text.ts';

/**
 * Every character that counts as a space at the ends of a cell. A list of our own, since JavaScript's `trim` and
 * DuckDB's differ: it adds the zero-width space and the next-line control to what Unicode calls a space.
 */
export const SPACES = [
  [0x09, 0x0d],
  [0x20, 0x20],
  [0x85, 0x85],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200b],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
]
  .flatMap(([from = 0, to = 0]) => Array.from({ length: to - from + 1 }, (_, i) => from + i))
  .map((point) => String.fromCodePoint(point))
  .join('');

const EDGES = new RegExp(`^[${SPACES}]+|[${SPACES}]+$`, 'gu');

/** A cell as the contract sees it: trimmed; `null` when empty or one of the texts that stand for "missing". */
export function cleanCell(text: string | null, missing: readonly string[]): string | null {
  const trimmed = (text ?? '').replace(EDGES, '');
  return trimmed === '' || missing.includes(trimmed) ? null : trimmed;
}

/**
 * The SQL twin of trimming alone, over a VARCHAR expression. `trim` with a list of characters costs ten times as much
 * as finding out that there is nothing to trim, so it is asked first.
 */
export function trimSql(text: string): string {
  const edge = `regexp_matches(${text}, '^[${SPACES}]|[${SPACES}]$')`;
  return `case when ${edge} then trim(${text}, '${SPACES}') else ${text} end`;
}

/** The SQL twin of `cleanCell`, over a VARCHAR expression. */
export function cleanCellSql(text: string, missing: readonly string[]): string {
  const filled = `nullif(${trimSql(text)}, '')`;
  return missing
    .filter((word) => word !== '')
    .reduce((sql, word) => `nullif(${sql}, ${sqlText(word)})`, filled);
}
