import { join } from 'node:path';
import { expect, test } from 'vitest';
import { siteWords } from '../../pipelines/materialize/site-words.ts';
import { Engine } from '../../pipelines/runtime/duckdb.ts';
import { AMOUNT_TYPES } from '../../transforms/extracts/ledger-columns.ts';
import { repository } from '../support/repository.ts';

test('pages name every kind of amount in words, never by its code', async () => {
  const engine = await Engine.open({ threads: 1 });
  try {
    await engine.run(await siteWords(join(repository, 'reports')));
    const list = AMOUNT_TYPES.map((type) => `'${type}'`).join(', ');
    const coded = await engine.rows(
      `select code from (select unnest([${list}]) as code) where words.amount_type(code) = code`,
    );
    expect(coded).toEqual([]);
  } finally {
    engine.close();
  }
});
