import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeRelation } from '../../pipelines/materialize/write-relation.ts';
import { Engine } from '../../pipelines/runtime/duckdb.ts';
import { hashFile } from '../../pipelines/runtime/files.ts';
import { temporaryFolder } from '../support/folders.ts';

async function write(sql: string, key: readonly string[], threads = 1, name = 'a.parquet') {
  const file = join(await temporaryFolder(), name);
  const engine = await Engine.open({ threads });
  try {
    return { rows: await writeRelation(engine, sql, key, file), sha256: await hashFile(file) };
  } finally {
    engine.close();
  }
}

describe('writing a relation', () => {
  test('the same rows are the same bytes, whatever their order and the number of threads', async () => {
    const rows = (order: string) =>
      `select i, (i * 7919) % 1000 as x, 'text ' || i as t from range(400000) r(i) order by ${order}`;
    const one = await write(rows('i desc'), ['i'], 1);
    const two = await write(rows('x, i'), ['i'], 2);
    const eight = await write(rows('hash(i)'), ['i'], 8);
    expect(one.rows).toBe(400_000);
    expect([two.sha256, eight.sha256]).toEqual([one.sha256, one.sha256]);
  });

  test('a key that does not tell all rows apart is a problem, and a missing value counts as one', async () => {
    const values = (rows: string) => `select * from (values ${rows}) t(id, part)`;
    expect((await write(values("('a', null), ('a', 1)"), ['id', 'part'])).rows).toBe(2);
    await expect(write(values("('a', null), ('a', null)"), ['id', 'part'])).rejects.toThrow(
      'Two rows agree in the whole key (id, part)',
    );
  });

  test('no rows are a file too', async () => {
    expect((await write('select 1 as id where false', ['id'])).rows).toBe(0);
  });

  test('without a key there may be one row', async () => {
    expect((await write('select 1 as id', [])).rows).toBe(1);
    await expect(write('select * from range(2)', [])).rejects.toThrow();
  });
});
