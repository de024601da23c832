import { join } from 'node:path';
import type { RelationFiles } from '../runtime/duckdb.ts';
import { readRun } from '../runtime/run-log.ts';
import { Store } from '../runtime/store.ts';

/** The tables of a schema that a run has made or found, where they lie in the store of the district's outputs. */
export async function tablesOfRun(
  home: string,
  runId: string,
  schema: string,
): Promise<readonly RelationFiles[]> {
  const store = new Store(join(home, 'store'));
  const files = new Map<string, string[]>();
  for (const { asset, partition, state, key } of await readRun(home, runId)) {
    if (!asset?.startsWith(`${schema}.`) || partition === null || key === null) continue;
    if (state !== 'made' && state !== 'reused') continue;
    const stored = await store.find(asset, partition, key);
    const written = stored?.record.relations[asset];
    if (!stored || !written) continue;
    files.set(asset, [...(files.get(asset) ?? []), join(stored.folder, written.file)]);
  }
  return [...files].map(([relation, of]) => ({ relation, files: of }));
}
