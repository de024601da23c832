import { parse } from 'csv-parse/sync';
import { dateFormat, numberShape, yearShape } from './shape.ts';

/** How the text of a file is laid out, as far as its beginning shows. */
export interface TextLayout {
  readonly delimiter: ',' | ';' | '|' | '\t';
  readonly header: boolean;
  /** Lines above the header or the first record. */
  readonly skipLines: number;
  /** How many cells most records have. */
  readonly width: number;
  /** Titles above the header, with their words. */
  readonly titles: readonly string[];
}

const DELIMITERS = [',', '\t', ';', '|'] as const;
/** Enough to see titles, header and how records go on. */
const RECORDS = 200;

interface Read {
  readonly cells: readonly string[];
  readonly line: number;
}

/** Reads the layout from the first lines of a file; undefined when it is no table. */
export function sniffText(head: string): TextLayout | undefined {
  const layouts = DELIMITERS.flatMap((delimiter) => {
    const records = read(head, delimiter);
    const width = modal(records.map(({ cells }) => cells.length).filter((length) => length > 1));
    if (width === undefined) return [];
    const share = records.filter(({ cells }) => cells.length === width).length / records.length;
    // Prose has commas too, and never equally many in most of its lines.
    if (share < 0.6) return [];
    return [{ delimiter, records, width, score: share * Math.log2(width + 1) }];
  });
  const best = layouts.sort((a, b) => b.score - a.score)[0];
  if (best === undefined) return undefined;
  const { delimiter, records, width } = best;
  const { start, header } = findHeader(
    records.map(({ cells }) => cells),
    width,
  );
  const above = records.slice(0, start);
  const first = records[start];
  return {
    delimiter,
    header,
    skipLines: (first?.line ?? 1) - 1,
    width,
    titles: above.map(({ cells }) => cells.filter((cell) => cell !== '').join(' ')),
  };
}

/** Where the header or the first record stands in rows of cells, whichever it is. */
export function findHeader(
  rows: readonly (readonly string[])[],
  width: number,
): { readonly start: number; readonly header: boolean } {
  const enough = Math.max(2, Math.ceil(width * 0.6));
  const start = Math.max(
    0,
    rows.findIndex((cells) => cells.filter((cell) => cell.trim() !== '').length >= enough),
  );
  const first = (rows[start] ?? []).map((cell) => cell.trim());
  const below = rows.slice(start + 1).filter((cells) => cells.length === width);
  return { start, header: isHeader(first, below) };
}

/** A header has words only, none twice, and none that stands below it in the same column. */
function isHeader(first: readonly string[], below: readonly (readonly string[])[]): boolean {
  const named = first.filter((cell) => cell !== '');
  if (named.some((cell) => numberShape([cell]) !== undefined || dateFormat([cell]) !== undefined))
    return false;
  if (named.some((cell) => yearShape([cell]) !== undefined)) return false;
  if (new Set(named).size < 0.8 * named.length) return false;
  return first.every((cell, i) => cell === '' || !below.some((cells) => cells[i]?.trim() === cell));
}

function read(head: string, delimiter: string): readonly Read[] {
  try {
    const rows = parse(head, {
      delimiter,
      to: RECORDS,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      info: true,
    }) as unknown as readonly { record: string[]; info: { lines: number } }[];
    let line = 1;
    return rows.map(({ record, info }) => {
      const at = line;
      line = info.lines + 1;
      return { cells: record.map((cell) => cell.trim()), line: at };
    });
  } catch {
    return [];
  }
}

function modal(numbers: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0];
}
