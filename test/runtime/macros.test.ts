import { afterEach, beforeEach, expect, test } from 'vitest';
import { Engine } from '../../pipelines/runtime/duckdb.ts';

const macros = new Map([
  ['half', '(amount) as amount / 2'],
  ['quarter', '(amount) as half(half(amount))'],
]);
let engine: Engine;

beforeEach(async () => {
  engine = await Engine.open({ threads: 1, macros });
});
afterEach(() => engine.close());

test('a macro is there for the statement that names it, with those that it calls itself', async () => {
  expect(await engine.rows('select quarter(8)::integer as n')).toEqual([{ n: 2 }]);
  expect(await engine.rows('select half(8)::integer as n')).toEqual([{ n: 4 }]);
});

test('a macro stays whatever schema was searched when it was first named', async () => {
  await engine.run('create schema sent_again');
  await engine.run(`set search_path = 'sent_again,main'`);
  await engine.run('create view halves as select half(8)::integer as n');
  await engine.run(`set search_path = 'main'`);
  expect(await engine.rows('select half(n)::integer as n from sent_again.halves')).toEqual([
    { n: 2 },
  ]);
});
