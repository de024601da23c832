import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Engine, textOf } from '../runtime/duckdb.ts';

/** Files that an edition was made without, each as a sentence; empty when all had come. */
export async function readLateFiles(edition: string): Promise<readonly string[]> {
  const file = join(edition, 'package', 'quality.parquet');
  if (!existsSync(file)) return [];
  const engine = await Engine.open({ threads: 1 });
  try {
    await engine.view([{ relation: 'release.quality', files: [file] }]);
    const rows = await engine.rows(
      `select label || ': ' || note as words from release.quality where topic = 'late files' order by position`,
    );
    return rows.map((row) => textOf(row['words']));
  } finally {
    engine.close();
  }
}
