import { CsvError, parse } from 'csv-parse/sync';
import { cleanCell } from './contract/cell.ts';
import { Problem } from './problem.ts';

/** A line of a table that people keep by hand: its cells, trimmed, `''` when empty, and its number in an editor. */
export interface HandKeptRow {
  readonly cells: readonly string[];
  readonly line: number;
}

/**
 * The lines of a CSV text, the header first. `file` names it in messages.
 * @throws Problem for a text that is no CSV.
 */
export function readHandKept(text: string, file: string): readonly HandKeptRow[] {
  try {
    // The types of the parser do not know what `info` adds.
    const rows = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as { readonly record: string[]; readonly info: { readonly lines: number } }[];
    return rows.map(({ record, info }) => ({
      cells: record.map((cell) => cleanCell(cell, []) ?? ''),
      line: info.lines,
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number(error['lines']);
    throw new Problem({
      code: 'table_unreadable',
      rule: 'F06',
      what: 'The table has a quotation mark that is not closed, or one where none may stand.',
      fix: 'Put the whole cell in quotation marks, and write each one inside it twice.',
      where: { file, ...(Number.isInteger(line) ? { line } : {}) },
      exit: 2,
      cause: error,
    });
  }
}
