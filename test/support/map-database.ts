import { join } from 'node:path';
import { Engine, quote } from '../../pipelines/runtime/duckdb.ts';

/** The edition's DuckDB file, opened for reading; tables are written `map.<schema>.<table>`. */
export async function openMapDatabase(editionFolder: string): Promise<Engine> {
  const engine = await Engine.open({ threads: 2 });
  const file = join(editionFolder, 'resource-map.duckdb');
  await engine.run(`attach ${quote(file)} as map (read_only)`);
  return engine;
}
