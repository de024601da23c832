import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Engine, textOf } from '../runtime/duckdb.ts';

/** The day that an edition's map is as of, from its package; null where no file of the district says a day. */
export async function readAsOf(edition: string): Promise<string | null> {
  const file = join(edition, 'package', 'about.parquet');
  if (!existsSync(file)) return null;
  const engine = await Engine.open({ threads: 1 });
  try {
    await engine.view([{ relation: 'release.about', files: [file] }]);
    const [row] = await engine.rows('select as_of::varchar as as_of from release.about');
    return textOf(row?.['as_of']) || null;
  } finally {
    engine.close();
  }
}
