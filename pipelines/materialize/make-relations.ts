import { join } from 'node:path';
import type { Made, MadeRelation, MakeRequest } from './make.ts';
import { withEngine } from './with-engine.ts';
import { writeRelation } from './write-relation.ts';

/** A relation that is made by one select. */
interface SelectedRelation {
  readonly name: string;
  readonly sql: string;
  readonly key: readonly string[];
}

/** Makes relations of what a step knows by itself, each by its select. */
export async function makeRelations(
  request: MakeRequest,
  relations: readonly SelectedRelation[],
): Promise<Made> {
  return withEngine(request, async (engine) => {
    const made: Record<string, MadeRelation> = {};
    for (const { name, sql, key } of relations) {
      const file = `${name}.parquet`;
      const rows = await writeRelation(engine, sql, key, join(request.directory, file));
      made[name] = { file, key, rows };
    }
    return { relations: made };
  });
}
