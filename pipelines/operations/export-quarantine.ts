import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { joinRecord } from '../runtime/csv/fields.ts';
import { rowMark, SENT_AGAIN_COLUMNS, sentAgainName, SOURCE_TEXT } from '../runtime/sent-again.ts';
import type { RowSetAside } from './quarantine.ts';

/** A file that was written for the sender. */
export interface ExportedFile {
  /** Its path inside the folder. */
  readonly name: string;
  readonly records: number;
}

/**
 * Writes a CSV for each file that has rows set aside: its own columns, and before them where each row stands and what is
 * wrong with it, so that the sender corrects the cells and sends the file again. A row whose cells cannot be told apart
 * has its whole text in the last column.
 *
 * The rows may be those of persons, so that no one else may read the files.
 */
export async function exportQuarantine(
  rows: readonly RowSetAside[],
  folder: string,
): Promise<readonly ExportedFile[]> {
  const files = groupedBy(rows, ({ source, file }) => sentAgainName(file, source));
  const written: ExportedFile[] = [];
  for (const [name, ofFile] of files) {
    const records = [...groupedBy(ofFile, ({ line, original }) => `${line} ${original}`).values()];
    const header = [...SENT_AGAIN_COLUMNS, ...(ofFile[0]?.columns ?? []), SOURCE_TEXT];
    const lines = [header, ...records.map(exportedCells)].map((cells) => joinRecord(cells, ','));
    const target = join(folder, name);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await writeFile(target, [...lines, ''].join('\r\n'), { mode: 0o600 });
    // A file that was there before has kept its own mode.
    await chmod(target, 0o600);
    written.push({ name, records: records.length });
  }
  return written;
}

/** A row once, with all that is wrong with it. */
function exportedCells(reasons: readonly RowSetAside[]): readonly string[] {
  const [first] = reasons;
  if (first === undefined) return [];
  const { file, line, original, columns, cells } = first;
  const all = (of: (row: RowSetAside) => string): string =>
    [...new Set(reasons.map(of))].filter((text) => text !== '').join('; ');
  const whole = cells?.length === columns.length && !original.includes('\0');
  return [
    file,
    String(line),
    rowMark(original),
    all(({ column }) => column),
    all(({ rule }) => rule),
    all(({ reason }) => reason),
    ...(whole ? cells : columns.map(() => '')),
    whole ? '' : original,
  ];
}

function groupedBy<T>(items: readonly T[], nameOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(nameOf(item)) ?? [];
    group.push(item);
    groups.set(nameOf(item), group);
  }
  return groups;
}
