import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { toCents } from './split-cents.ts';

/** A record of a generated ledger: its number in the file and its cells by column. */
export interface LedgerRecord {
  readonly number: number;
  readonly cells: Readonly<Record<string, string>>;
  readonly cents: bigint;
}

/** Three lines of titles stand above it. */
const HEADER_LINE = 4;

/** The records below the header of a generated ledger, totals and page titles among them. */
export function readLedger(folder: string, year: number): LedgerRecord[] {
  const text = readFileSync(join(folder, `extracts/ledger/GL_FY${year}.csv`), 'utf8');
  // Below the titles: records of another length than the first would cost the parser an error each.
  const [header = [], ...rows]: string[][] = parse(text, {
    from_line: HEADER_LINE,
    relax_column_count: true,
  });
  return rows.map((row, index) => {
    const cells = Object.fromEntries(header.map((name, place) => [name, row[place] ?? '']));
    return { number: index + 1 + HEADER_LINE, cells, cents: reportCents(cells['AMOUNT'] ?? '') };
  });
}

/** `(1,234.50)` as -123450n. */
export function reportCents(text: string): bigint {
  const plain = text.replaceAll(/[(),]/g, '');
  return plain === '' ? 0n : toCents(text.startsWith('(') ? `-${plain}` : plain);
}

/** Records of a small CSV file by column. */
export function readRecords(file: string): Record<string, string>[] {
  return parse(readFileSync(file, 'utf8'), { columns: true });
}
