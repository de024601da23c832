import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Engine, type Row } from '../../pipelines/runtime/duckdb.ts';

/** A published edition of a district, read as a partner would read it: the package's files and nothing else. */
export interface Edition {
  readonly id: string;
  readonly folder: string;
  /** sha256 of every Parquet file of the package, by name. */
  readonly hashes: Readonly<Record<string, string>>;
  /** Rows of a query over the package's tables, written `release.<table>`. */
  readonly rows: (sql: string) => Promise<Row[]>;
  /** The first cell of the first row, as text. */
  readonly figure: (sql: string) => Promise<string>;
}

/** Which edition the district's pointer names now. */
export function currentEditionId(home: string, district: string): string | undefined {
  try {
    const text = readFileSync(join(home, district, 'current.json'), 'utf8');
    return (JSON.parse(text) as { edition: string }).edition;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The edition that the district's pointer names. */
export function currentEdition(home: string, district: string): Edition {
  const id = currentEditionId(home, district);
  if (id === undefined) throw new Error(`${district} has no published edition in ${home}`);
  const folder = join(home, district, 'editions', id);
  const files = parquetFiles(join(folder, 'package'));
  const rows = async (sql: string): Promise<Row[]> => {
    const engine = await Engine.open({ threads: 2 });
    try {
      await engine.view(
        Object.entries(files).map(([name, file]) => ({
          relation: `release.${name}`,
          files: [file],
        })),
      );
      return await engine.rows(sql);
    } finally {
      engine.close();
    }
  };
  const figure = async (sql: string): Promise<string> => {
    const cell = Object.values((await rows(sql))[0] ?? {})[0];
    return typeof cell === 'object' ? JSON.stringify(cell) : String(cell);
  };
  const hashes = Object.fromEntries(
    Object.entries(files).map(([name, file]) => [name, sha256(readFileSync(file))]),
  );
  return { id, folder, hashes, rows, figure };
}

/** The newest run's log, one object per line. */
export function lastRunLog(
  home: string,
  district: string,
): readonly Readonly<Record<string, unknown>>[] {
  const folder = join(home, district, 'runs');
  const last = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .at(-1);
  if (last === undefined) return [];
  return readFileSync(join(folder, last), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
}

export function sha256(bytes: Buffer | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function parquetFiles(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith('.parquet'))
      .sort()
      .map((name) => [name.slice(0, -'.parquet'.length), join(folder, name)]),
  );
}

/** Whether an edition is there whole: its id is its manifest's, and every file is as the manifest says. */
export function isWhole(home: string, district: string, id: string): boolean {
  const folder = join(home, district, 'editions', id);
  const manifest = readFileSync(join(folder, 'manifest.json'), 'utf8');
  const { files } = JSON.parse(manifest) as { files: Record<string, { sha256: string }> };
  return (
    sha256(manifest).startsWith(id) &&
    existsSync(join(folder, 'resource-map.duckdb')) &&
    !existsSync(join(folder, 'resource-map.duckdb.wal')) &&
    Object.entries(files).every(
      ([name, file]) => sha256(readFileSync(join(folder, name))) === file.sha256,
    )
  );
}
