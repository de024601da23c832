import { DuckDBDataChunk, INTEGER, VARCHAR } from '@duckdb/node-api';
import { type Engine, quoteName } from '../../pipelines/runtime/duckdb.ts';
import { cleanCellSql } from '../../transforms/contract/cell.ts';

/** The most rows that a chunk of DuckDB holds. */
const CHUNK = 2048;

/**
 * Makes a table `clean` of raw texts in which each cell is as a contract sees it.
 * The texts are handed over in memory, so that none of their characters means anything on the way.
 */
export async function loadTexts(
  engine: Engine,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<void> {
  const names = columns.map(quoteName);
  const typed = names.map((name) => `${name} varchar`);
  await engine.run(`create or replace table raw (row_no integer, ${typed.join(', ')})`);
  const appender = await engine.connection.createAppender('raw');
  const types = [INTEGER, ...columns.map(() => VARCHAR)];
  for (let from = 0; from < rows.length; from += CHUNK) {
    const some = rows.slice(from, from + CHUNK);
    const chunk = DuckDBDataChunk.create(types, some.length);
    chunk.setColumns([
      some.map((_, i) => from + i),
      ...columns.map((_, at) => some.map((row) => row[at] ?? null)),
    ]);
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
  const clean = names.map((name) => `${cleanCellSql(name, ['N/A'])} as ${name}`);
  await engine.run(`create or replace table clean as select row_no, ${clean.join(', ')} from raw`);
}
