import { chmod, writeFile } from 'node:fs/promises';
import { joinRecord } from '../runtime/csv/fields.ts';
import type { RowSetAside } from './quarantine.ts';

/**
 * Writes a CSV for the sender of the files: each record that was set aside once, where it stands, all that is wrong
 * with it, and its text as it was sent. Returns how many records there are.
 *
 * The records may be those of persons, so that no one else may read the file.
 */
export async function exportQuarantine(
  rows: readonly RowSetAside[],
  file: string,
): Promise<number> {
  const records = new Map<string, RowSetAside[]>();
  for (const row of rows) {
    const place = `${row.source} ${row.fileKey} ${row.line}`;
    records.set(place, [...(records.get(place) ?? []), row]);
  }
  const lines = [...records.values()].map((of) => {
    const [first] = of;
    const said = of.map(({ column, rule, reason }) =>
      column === '' ? `${rule}: ${reason}` : `${rule}, column ${column}: ${reason}`,
    );
    return joinRecord(
      [first?.file ?? '', String(first?.line ?? ''), said.join(' '), first?.original ?? ''],
      ',',
    );
  });
  const header = joinRecord(['file', 'line', 'reason', 'original'], ',');
  await writeFile(file, [header, ...lines, ''].join('\r\n'), { mode: 0o600 });
  // A file that was there before has kept its own mode.
  await chmod(file, 0o600);
  return records.size;
}
