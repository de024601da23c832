import { join } from 'node:path';
import type { Model } from '../../sql/catalog.ts';
import type { Made, MakeRequest } from './make.ts';
import { withEngine } from './with-engine.ts';
import { writeRelation } from './write-relation.ts';

/** Makes a table or a check: one select over the step's inputs, sorted by its key. */
export async function makeModel(request: MakeRequest, model: Model): Promise<Made> {
  const { key } = model.header;
  const file = `${model.relation}.parquet`;
  const rows = await withEngine(request, (engine) =>
    writeRelation(engine, model.sql, key, join(request.directory, file)),
  );
  return { relations: { [model.relation]: { file, rows, key } } };
}
