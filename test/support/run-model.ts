import { Engine, type Row } from '../../pipelines/runtime/duckdb.ts';
import { readCatalog } from '../../sql/catalog.ts';
import { MACROS } from '../../sql/macros.ts';

/** Relations that a test gives to a model: the name, and a select that makes its rows. */
export type GivenRelations = Readonly<Record<string, string>>;

/**
 * Runs one model or check over the given relations, which are all that it sees. Columns that the model
 * does not use may be left out. Returns its rows sorted by its key; money and counts are exact texts.
 * Fails when the key is not unique, as a refresh would. `edit` changes the model's text first: see `withoutLine`.
 */
export async function runModel(
  relation: string,
  given: GivenRelations,
  edit: (sql: string) => string = (sql) => sql,
): Promise<Row[]> {
  const model = readCatalog().find((candidate) => candidate.relation === relation);
  if (!model) throw new Error(`There is no model ${relation}.`);
  const engine = await Engine.open({ threads: 1, macros: MACROS });
  try {
    for (const [name, sql] of Object.entries(given)) {
      await engine.run(`create schema if not exists ${name.split('.')[0]}`);
      await engine.run(`create table ${name} as ${sql}`);
    }
    await engine.run(`create temp table made as ${edit(model.sql)}`);
    const key = model.header.key.join(', ');
    const twice = await engine.rows(
      `select ${key}, count(*) as copies from made group by ${key} having count(*) > 1`,
    );
    if (twice.length > 0) {
      throw new Error(`${relation}: the key is not unique: ${JSON.stringify(twice[0])}`);
    }
    return await engine.rows(`select * from made order by ${key}`);
  } finally {
    engine.close();
  }
}

/** Takes one line out of a model's text, to show what the line guards against. The line must be there once. */
export function withoutLine(line: string): (sql: string) => string {
  return (sql) => {
    const lines = sql.split('\n');
    const kept = lines.filter((candidate) => candidate.trim() !== line);
    if (kept.length !== lines.length - 1) throw new Error(`The line is not there once: ${line}`);
    return kept.join('\n');
  };
}

/** The select of another model: given under its name, it is made from the relations that are given before it. */
export function modelSql(relation: string): string {
  const model = readCatalog().find((candidate) => candidate.relation === relation);
  if (!model) throw new Error(`There is no model ${relation}.`);
  return model.sql;
}
