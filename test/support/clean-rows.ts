import { type Engine, quoteName } from '../../pipelines/runtime/duckdb.ts';
import { cleanCellSql } from '../../transforms/contract/cell.ts';

/**
 * Makes a table of raw texts and, over it, the view `clean` in which each cell is as a contract sees it.
 * The texts go as hex, so that none of their characters means anything on the way.
 */
export async function loadTexts(
  engine: Engine,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<void> {
  const names = ['row_no', ...columns.map(quoteName)];
  const values = rows.map(
    (row, i) =>
      `(${[i, ...row.map((cell) => `'${Buffer.from(cell, 'utf8').toString('hex')}'`)].join(', ')})`,
  );
  await engine.run(
    `create or replace table hex as select * from (values ${values.join(', ')}) as t(${names.join(', ')})`,
  );
  const raw = columns.map((name) => `decode(from_hex(${quoteName(name)})) as ${quoteName(name)}`);
  await engine.run(`create or replace table raw as select row_no, ${raw.join(', ')} from hex`);
  const clean = columns.map(
    (name) => `${cleanCellSql(quoteName(name), ['N/A'])} as ${quoteName(name)}`,
  );
  await engine.run(`create or replace table clean as select row_no, ${clean.join(', ')} from raw`);
}
