import { Problem } from '../../transforms/problem.ts';
import { type Engine, quote, quoteName } from '../runtime/duckdb.ts';

/**
 * Writes the rows of `sql` to a Parquet file, sorted by the whole key, and returns how many there are.
 *
 * The same rows give the same bytes, however many threads computed them: that is why the key must tell every
 * row from every other, a missing value counting as a value. A key that does not is a `Problem`.
 * An empty key stands for a relation of at most one row.
 */
export async function writeRelation(
  engine: Engine,
  sql: string,
  key: readonly string[],
  file: string,
): Promise<number> {
  const columns = key.map(quoteName).join(', ');
  const order = key.map((column) => `${quoteName(column)} nulls first`).join(', ');
  const target = quote(file);
  const body = sql.trim().replace(/;$/, '');
  await engine.run(
    `copy (select * from (\n${body}\n) ${order === '' ? '' : `order by ${order}`}) ` +
      `to ${target} (format parquet, compression zstd)`,
  );
  // One pass counts both: the rows, and the keys that they have.
  const groups = columns === '' ? 'true' : columns;
  const [counts] = await engine.rows(
    `select count(*)::integer as key_count, coalesce(sum(row_count), 0)::integer as row_count ` +
      `from (select count(*) as row_count from read_parquet(${target}) group by ${groups})`,
  );
  const rows = Number(counts?.['row_count'] ?? 0);
  if (rows !== Number(counts?.['key_count'] ?? 0)) {
    throw new Problem({
      code: 'key_not_unique',
      what: `Two rows agree in the whole key (${key.join(', ')}) of a table.`,
      fix: 'Complete the key in the header of the model, or correct the join that repeats rows.',
      where: { file: file.split('/').at(-1) ?? file },
    });
  }
  return rows;
}
