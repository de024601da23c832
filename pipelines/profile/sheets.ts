import { readFile, rm } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { fileFormat } from '../../transforms/config/format.ts';
import type { ProposedFormat } from '../../transforms/profile/file-profile.ts';
import { findHeader } from '../../transforms/profile/sniff.ts';
import { sheetNames } from '../runtime/formats/workbook.ts';
import { prescan } from '../runtime/prescan.ts';
import { numbered } from './formats-of-file.ts';

/** No sheet of a district is wider. */
const WIDEST = 200;

/** A table begins above this row. */
const LAST = 1000;

/** Each sheet of a workbook that is a table, with its header found. */
export async function sheetFormats(path: string, name: string): Promise<readonly ProposedFormat[]> {
  const names = await sheetNames(path, name);
  const formats: ProposedFormat[] = [];
  for (const sheet of names) {
    const rows = await firstRows(path, name, sheet);
    const layout = sheetLayout(rows);
    if (layout) formats.push({ type: 'xlsx', sheet: names.length === 1 ? 1 : sheet, ...layout });
  }
  return formats;
}

/** The rows of a sheet as they are, read as if it had no header; blank ones too, so that lines can be counted. */
async function firstRows(
  path: string,
  name: string,
  sheet: string,
): Promise<readonly (readonly string[])[]> {
  const copy = join(tmpdir(), `resource-map-sheet-${randomUUID()}.csv`);
  const format = fileFormat.parse({
    type: 'xlsx',
    sheet,
    header: false,
    columns: numbered(WIDEST),
  });
  try {
    await prescan({ path, name, format }, copy, AbortSignal.timeout(60_000));
    const records = parse(await readFile(copy, 'utf8'), {
      to: 200,
      relax_column_count: true,
    }) as string[][];
    const rows: string[][] = [];
    for (const [recordNo = '', , ...cells] of records) {
      // A stray cell may stand in the last of a million rows.
      if (Number(recordNo) <= LAST) rows[Number(recordNo) - 1] = cells;
    }
    return Array.from(rows, (row) => row ?? []);
  } catch {
    return [];
  } finally {
    await rm(copy, { force: true });
  }
}

function sheetLayout(
  rows: readonly (readonly string[])[],
): { skip_lines?: number; header_rows?: number; header?: false; columns?: string[] } | undefined {
  const widths = rows.map((cells) => lastFilled(cells) + 1);
  const width = Math.max(0, ...widths);
  const full = widths.filter((cells) => cells >= 0.5 * width).length;
  if (width < 2 || full < 3) return undefined;
  const cut = rows.map((cells) => cells.slice(0, width));
  const { start, header } = findHeader(cut, width);
  const skip = start === 0 ? {} : { skip_lines: start };
  if (!header && isTwoHeaders(cut.slice(start), width)) return { ...skip, header_rows: 2 };
  if (!header) return { ...skip, header: false, columns: numbered(width) };
  const names = (cut[start] ?? []).filter((cell) => cell !== '');
  const above = (cut[start - 1] ?? []).filter((cell) => cell !== '');
  const needed = new Set(names).size < names.length && above.length >= 2;
  return needed ? { ...(start > 1 ? { skip_lines: start - 1 } : {}), header_rows: 2 } : skip;
}

/** So many rows of a sheet show what its rows are like. */
const ENOUGH_ROWS = 20;
/** Of a second header row: the parts of the columns that it names, and of its names that are different ones. */
const NAMED = 0.6;
const DIFFERENT = 0.8;
/** Of rows of data: the part of the columns that has numbers, and of the rows of which that is so. */
const NUMBERS = 0.3;
const OF_ROWS = 0.6;

/** Two rows of words, as categories over items, above rows that have numbers. */
function isTwoHeaders(
  [upper = [], lower = [], ...below]: readonly (readonly string[])[],
  width: number,
): boolean {
  const filled = (cells: readonly string[]): readonly string[] =>
    cells.filter((cell) => cell !== '');
  const isNumber = (cell: string): boolean => !Number.isNaN(Number(cell));
  if ([...filled(upper), ...filled(lower)].some(isNumber)) return false;
  const names = filled(lower);
  if (names.length < NAMED * width || new Set(names).size < DIFFERENT * names.length) return false;
  const rows = below.slice(0, ENOUGH_ROWS);
  const ofData = rows.filter((cells) => filled(cells).filter(isNumber).length >= NUMBERS * width);
  return ofData.length >= OF_ROWS * rows.length;
}

function lastFilled(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== '');
}
