import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DIMENSIONS } from '../../transforms/coding/dimensions.ts';
import type { District } from '../../transforms/config/district.ts';
import type { Source } from '../../transforms/config/source.ts';
import { REFERENCE_TABLES } from '../../transforms/extracts/reference-tables.ts';
import { hashFile } from '../runtime/files.ts';
import type { MakeContext } from './make.ts';

/** Files of the configuration by the name that a person knows them by. */
type NamedFiles = Readonly<Record<string, string>>;

/** The lookup tables that a source's columns use. */
export function lookupFiles(
  district: District,
  source: Source | undefined,
  districtFolder: string,
): NamedFiles {
  const used = Object.values(source?.columns ?? {}).flatMap(({ lookup }) => lookup ?? []);
  const files = used.flatMap((name) => district.lookups[name]?.file ?? []);
  return Object.fromEntries(files.map((file) => [file, join(districtFolder, file)]));
}

/** The rule tables of a district, one per dimension; those that it does not keep are not there. */
export function codingTables(districtFolder: string): NamedFiles {
  return Object.fromEntries(
    DIMENSIONS.map((name) => [`coding/${name}.csv`, join(districtFolder, 'coding', `${name}.csv`)]),
  );
}

/** The file of a reference table: the district's own, else the one that every district shares; none is possible. */
export function referenceFile(
  relation: string,
  context: Pick<MakeContext, 'districtFolder' | 'standardsFolder'>,
): NamedFiles {
  const table = REFERENCE_TABLES.find(({ contract }) => `staging.${contract.name}` === relation);
  if (!table) throw new Error(`There is no reference table ${relation}`);
  const own = table.districtFiles.map((name) => [
    `coding/${name}`,
    join(context.districtFolder, 'coding', name),
  ]);
  const shared =
    table.standardFile === undefined
      ? []
      : [[`standards/${table.standardFile}`, join(context.standardsFolder, table.standardFile)]];
  const found = [...own, ...shared].find(([, path]) => path !== undefined && existsSync(path));
  return found ? Object.fromEntries([found]) : {};
}

/** sha256 of each file that is there. */
export async function hashIfThere(files: NamedFiles): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const [name, path] of Object.entries(files)) {
    if (existsSync(path)) hashes[name] = await hashFile(path);
  }
  return hashes;
}
