import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { blockedBy } from '../../pipelines/refresh/outcomes.ts';
import { makeCheck } from '../../pipelines/materialize/check.ts';
import { makeModel } from '../../pipelines/materialize/sql-model.ts';
import { writeRelation } from '../../pipelines/materialize/write-relation.ts';
import { Engine } from '../../pipelines/runtime/duckdb.ts';
import type { CheckModel, TableModel } from '../../sql/catalog.ts';
import { temporaryFolder } from '../support/folders.ts';
import { requestOf } from '../support/make-requests.ts';

const shared = {
  key: ['id'],
  partition: 'none' as const,
  lookback: 0 as const,
  description: 'An example.',
};

const table = (sql: string): TableModel => ({
  kind: 'table',
  relation: 'marts.example',
  schema: 'marts',
  name: 'example',
  sql,
  header: { ...shared, row: 'an example', audience: 'analyst' },
});

const check = (sql: string, severity: 'block' | 'warn'): CheckModel => ({
  kind: 'check',
  relation: 'checks.example',
  schema: 'checks',
  name: 'example',
  sql,
  header: { ...shared, title: 'All is well.', severity, fix: 'Mend it.', acceptable: true },
});

/** A folder with the input `core.numbers` (1 to 8) and an empty folder to make a step in. */
async function prepare() {
  const folder = await temporaryFolder();
  const directory = join(folder, 'step');
  const file = join(folder, 'upstream', 'core.numbers.parquet');
  await mkdir(directory);
  await mkdir(join(folder, 'upstream'));
  const engine = await Engine.open({ threads: 1 });
  await writeRelation(engine, 'select i as id from range(1, 9) r(i)', ['id'], file);
  engine.close();
  const inputs = [{ relation: 'core.numbers', files: [file] }];
  return { folder, directory, inputs };
}

describe('a step', () => {
  test('reads what it declares', async () => {
    const { directory, inputs } = await prepare();
    const request = requestOf('marts.example', directory, inputs);
    const made = await makeModel(request, table('select id from core.numbers where id > 6'));
    expect(made.relations['marts.example']).toMatchObject({ rows: 2, key: ['id'] });
  });

  test('cannot read what it does not declare', async () => {
    const { directory, inputs } = await prepare();
    const request = requestOf('marts.example', directory, inputs);
    await expect(makeModel(request, table('select id from core.others'))).rejects.toThrow('others');
  });

  test('reads no file but those of its inputs, and cannot open the door', async () => {
    const { folder, directory, inputs } = await prepare();
    await writeFile(join(folder, 'other.csv'), 'id\n1\n');
    const request = requestOf('marts.example', directory, inputs);
    const read = `select id from read_csv('${join(folder, 'other.csv')}')`;
    await expect(makeModel(request, table(read))).rejects.toThrow('disabled by configuration');
  });

  test('reads a file that was not sent as a relation without rows', async () => {
    const { directory } = await prepare();
    const empty = 'select null::integer as id where false';
    const inputs = [{ relation: 'core.numbers', files: [], empty }];
    const request = requestOf('marts.example', directory, inputs);
    const made = await makeModel(request, table('select id from core.numbers'));
    expect(made.relations['marts.example']?.rows).toBe(0);
  });

  test('reads only the rows of its year of a file of many', async () => {
    const { directory, inputs } = await prepare();
    const ofYear = inputs.map((input) => ({ ...input, where: 'id = 3' }));
    const request = requestOf('marts.example', directory, ofYear);
    const made = await makeModel(request, table('select id from core.numbers'));
    expect(made.relations['marts.example']?.rows).toBe(1);
  });

  test('stops when the run is stopped, in the middle of a statement', async () => {
    const { directory, inputs } = await prepare();
    const stop = new AbortController();
    const request = requestOf('marts.example', directory, inputs, { signal: stop.signal });
    const endless = table(
      'select count(*) as id from range(100000000) a, range(100000) b where hash(a.range) = b.range',
    );
    setTimeout(() => stop.abort(), 300);
    await expect(makeModel(request, endless)).rejects.toThrow();
  });
});

describe('a check', () => {
  const offend = `select 'Number ' || id || ' is too large.' as what, id from core.numbers where id > 1`;

  test('tells the first five rows that break it, and how many there are', async () => {
    const { directory, inputs } = await prepare();
    const request = requestOf('checks.example', directory, inputs);
    const made = await makeCheck(request, check(offend, 'block'));
    expect(made.offenders).toBe(7);
    expect(made.messages).toHaveLength(5);
    const problem = blockedBy(check(offend, 'block'), made);
    expect(problem).toMatchObject({ code: 'check_example', exit: 3, fix: 'Mend it.' });
    expect(problem?.what).toContain('All is well. Number 2 is too large.');
    expect(problem?.what).toContain('And 2 more.');
  });

  test('blocks only when it is meant to, and only when rows break it', () => {
    expect(blockedBy(check(offend, 'warn'), { offenders: 7 })).toBeUndefined();
    expect(blockedBy(check(offend, 'block'), { offenders: 0 })).toBeUndefined();
  });
});
