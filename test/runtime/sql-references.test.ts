import { describe, expect, test } from 'vitest';
import { Engine } from '../../pipelines/runtime/duckdb.ts';
import { readReferences } from '../../pipelines/runtime/sql-references.ts';

async function references(sql: string): Promise<readonly string[]> {
  const engine = await Engine.open();
  try {
    return await readReferences(engine, sql, 'sql/marts/example.sql');
  } finally {
    engine.close();
  }
}

describe('the relations that a model reads', () => {
  test('are found wherever they stand', async () => {
    const sql = `
      with lines as (select * from core.lines)
      select lines.*, (select max(amount) from core.totals) as most
      from lines join staging.names using (code)
      where exists (select 1 from core.flags) and code in (select code from core.codes)
      union all select * from marts.more`;
    expect(await references(sql)).toEqual([
      'core.codes',
      'core.flags',
      'core.lines',
      'core.totals',
      'marts.more',
      'staging.names',
    ]);
  });

  test('are not the names of CTEs, recursive ones included', async () => {
    const sql = `
      with recursive tree as (select 1 as n union all select n + 1 from tree where n < 3),
      Leaves as (select * from tree)
      select * from leaves, range(2), core.a`;
    expect(await references(sql)).toEqual(['core.a']);
  });

  test('a CTE is not seen outside the select that holds it', async () => {
    const sql = 'select * from (with inner_one as (select 1) select * from inner_one), inner_one';
    await expect(references(sql)).rejects.toThrow('"inner_one" has no schema');
  });

  test.each([
    ["select * from 'rows.parquet'", '"rows.parquet" has no schema'],
    ["select * from read_csv('rows.csv')", 'read_csv() may read what is not declared'],
    ["select * from glob('*')", 'glob() may read what is not declared'],
    ['select * from other.core.sites', 'core.sites is read from another database'],
    ['select 1 from core.a; select 2 from core.b', 'more than one statement'],
    ['drop table core.a', 'cannot be read'],
  ])('%s is refused', async (sql, message) => {
    await expect(references(sql)).rejects.toThrow(message);
  });
});
