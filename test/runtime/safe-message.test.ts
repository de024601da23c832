import { describe, expect, test } from 'vitest';
import { failureLines } from '../../pipelines/cli/errors.ts';
import { factsOf } from '../../pipelines/refresh/failure.ts';
import { Engine } from '../../pipelines/runtime/duckdb.ts';
import { safeMessage } from '../../pipelines/runtime/safe-message.ts';
import { Problem } from '../../transforms/problem.ts';

async function engineError(sql: string): Promise<unknown> {
  const engine = await Engine.open({ threads: 1 });
  try {
    await engine.rows(sql);
    throw new RangeError('it did not fail');
  } catch (error) {
    return error;
  } finally {
    engine.close();
  }
}

describe('what an error says', () => {
  test('ends before the advice that the engine gives to people who write SQL', () => {
    const told = 'Out of Memory Error: could not allocate block of size 5.9 GiB';
    expect(safeMessage(new Error(`${told}\n\nPossible solutions:\n* Reducing the number`))).toBe(
      told,
    );
  });

  test.each([
    "select 'canary-7'::integer",
    "select 'canary-7'::decimal(18,2)",
    "select 'canary-7'::date",
    "select c::boolean from (values ('canary-7')) t(c)",
    `select 'it''s "canary-7"'::integer`,
    "select strptime('canary-7', '%Y')",
    `select 'O''Brien canary-7'::integer`,
    `select enum_code('canary-7'::enum('a'))`,
  ])('holds no cell: %s', async (sql) => {
    const error = await engineError(sql);
    expect(String(error)).toContain('canary-7');
    expect(safeMessage(error)).not.toContain('canary-7');
  });

  test.each([
    ["select 'O''Brien 4711'::integer", '4711'],
    ['select 4711::tinyint', '4711'],
    ['select 4711::utinyint + 1', '4711'],
    ['select 4711.5::decimal(3,1)', '4711'],
    ['select 170141183460469231731687303715884105727::hugeint + 1', '1701411834'],
    ["select cast('4711-13-40' as date)", '4711'],
    ["select error('4711')", '4711'],
  ])('holds no number, quoted or not: %s', async (sql, cell) => {
    const error = await engineError(sql);
    expect(String(error)).toContain(cell);
    expect(safeMessage(error)).toMatch(/^[A-Z][A-Za-z ]+ Error \(its text may quote a cell/);
    expect(failureLines(factsOf(error), 'core.payroll 2024').join('\n')).not.toContain(cell);
    expect(failureLines(factsOf(error), 'core.payroll 2024')[0]).toContain(
      'Failed in core.payroll 2024: ',
    );
  });

  test('holds no row that broke a constraint', async () => {
    const error = await engineError(
      'create table t (id integer primary key); insert into t values (4711), (4711)',
    );
    expect(String(error)).toContain('4711');
    expect(failureLines(factsOf(error)).join('\n')).not.toContain('4711');
  });

  test('is whole where it is about names, and where it is ours', async () => {
    expect(safeMessage(await engineError('select * from core.nowhere'))).toContain('nowhere');
    const problem = new Problem({ code: 'x', what: "The column 'A' is missing.", fix: 'Send it.' });
    expect(safeMessage(problem)).toContain("'A'");
  });
});
