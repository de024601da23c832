import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Engine, quoteName } from '../../pipelines/runtime/duckdb.ts';
import { cleanCellSql } from '../../transforms/contract/cell.ts';

/**
 * Makes a table `clean` of raw texts in which each cell is as a contract sees it.
 * The texts go as hex, so that none of their characters means anything on the way.
 */
export async function loadTexts(
  engine: Engine,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'texts-'));
  const file = join(folder, 'hex.csv');
  // An x before each, so that an empty text is not read as a missing one.
  const hex = (cell: string): string => `x${Buffer.from(cell, 'utf8').toString('hex')}`;
  await writeFile(file, rows.map((row, i) => [i, ...row.map(hex)].join(',')).join('\n'));
  const names = columns.map(quoteName);
  const types = ["'row_no': 'INTEGER'", ...columns.map((name) => `'${name}': 'VARCHAR'`)];
  const raw = names.map((name) => `decode(from_hex(${name}[2:])) as ${name}`);
  const clean = names.map((name) => `${cleanCellSql(name, ['N/A'])} as ${name}`);
  await engine.run(
    `create or replace table clean as
    with hex as (
        select * from read_csv('${file}', auto_detect = false, header = false, columns = {${types.join(', ')}})
    ),
    raw as (select row_no, ${raw.join(', ')} from hex)
    select row_no, ${clean.join(', ')} from raw`,
  );
  await rm(folder, { recursive: true });
}
