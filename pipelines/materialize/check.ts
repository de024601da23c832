import { join } from 'node:path';
import type { CheckModel } from '../../sql/catalog.ts';
import { Engine, quote, textOf } from '../runtime/duckdb.ts';
import type { Made, MakeRequest } from './make.ts';
import { makeModel } from './sql-model.ts';

/** How many offending rows are told in words; all of them stand in the check's file. */
const told = 5;

/** Runs a check: its rows are the offenders, its messages the first of them. Whether that blocks is the run's to say. */
export async function makeCheck(request: MakeRequest, check: CheckModel): Promise<Made> {
  const made = await makeModel(request, check);
  const relation = made.relations[check.relation];
  if (!relation || relation.rows === 0) return { ...made, offenders: 0 };
  const engine = await Engine.open({ ...request.context.engine, signal: request.context.signal });
  try {
    const rows = await engine.rows(
      `select what from read_parquet(${quote(join(request.directory, relation.file))}) limit ${told}`,
    );
    const messages = rows.map(({ what }) => textOf(what));
    return { ...made, offenders: relation.rows, messages };
  } finally {
    engine.close();
  }
}
