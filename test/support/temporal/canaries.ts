import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Engine, quote } from '../../../pipelines/runtime/duckdb.ts';
import { filesBelow } from '../../../pipelines/runtime/files.ts';
import { changeFile, writeSmallDistrict } from '../small-district.ts';

/**
 * What the small district's files say of persons here, in place of what they say elsewhere: none of it can stand in
 * a log or a message by chance.
 */
const planted: readonly (readonly [file: string, was: string, is: string])[] = [
  ...[2023, 2024].flatMap((year) => [
    ...['roster', 'assignments', 'payroll'].map(
      (source) => [`extracts/${source}_${year}.csv`, 'E1,', 'QX71-STAFF-08839,'] as const,
    ),
    [`extracts/roster_${year}.csv`, 'Ann Ash', 'Quillonia Ashenvale'] as const,
    [`extracts/roster_${year}.csv`, 'ann@small', 'quillonia@small'] as const,
    [`extracts/roster_${year}.csv`, '1980-01-02', '1911-11-30'] as const,
    [`extracts/ledger_${year}.csv`, 'Coach', 'Stipend of Zebulinda Thornquist'] as const,
  ]),
  ['extracts/students.csv', ',S1,low_income,30', ',S1,low_income,73983'],
  ['extracts/students.csv', ',S1,all,40', ',S1,all,82063'],
];

/** Whatever of a person in those files must never leave them and the store. */
export const canaries: readonly RegExp[] = [
  /QX71-STAFF-08839/i,
  /Quillonia/i,
  /Ashenvale/i,
  /Zebulinda|Thornquist/i,
  /1911-11-30/,
  /(?<![0-9a-f])(73983|82063)(?![0-9a-f])/,
];

/** Writes the small district with canaries for persons; its id is `small`. Returns its folder. */
export function writeCanaryDistrict(folder: string): string {
  writeSmallDistrict(folder);
  for (const [file, was, is] of planted) {
    changeFile(folder, file, (text) => text.replaceAll(was, is));
  }
  return folder;
}

/** The numbers that Riverbend's files give its staff. */
export function staffOfRiverbend(folder: string): readonly string[] {
  const staff = join(folder, 'extracts/staff');
  return readdirSync(staff)
    .filter((name) => name.startsWith('ROSTER_'))
    .flatMap((name) => readFileSync(join(staff, name), 'utf8').match(/\bE\d{5}\b/g) ?? []);
}

/** The pseudonyms of persons in the store of a district's outputs. */
export async function pseudonymsIn(outputs: string): Promise<readonly string[]> {
  const store = join(outputs, 'store');
  const files = existsSync(store) ? await filesBelow(store) : [];
  const found = new Set<string>();
  const engine = await Engine.open({ threads: 1 });
  try {
    for (const file of files.filter((name) => name.endsWith('.parquet'))) {
      const from = `read_parquet(${quote(join(store, file))})`;
      const columns = await engine.rows(`select column_name from (describe from ${from})`);
      if (!columns.some((row) => row['column_name'] === 'staff_key')) continue;
      const rows = await engine.rows(`select distinct staff_key from ${from}`);
      for (const { staff_key: key } of rows) if (typeof key === 'string') found.add(key);
    }
  } finally {
    engine.close();
  }
  return [...found];
}
