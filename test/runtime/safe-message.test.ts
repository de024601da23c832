import { describe, expect, test } from 'vitest';
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
  test.each([
    "select 'canary-7'::integer",
    "select 'canary-7'::decimal(18,2)",
    "select 'canary-7'::date",
    "select c::boolean from (values ('canary-7')) t(c)",
    `select 'it''s "canary-7"'::integer`,
    "select strptime('canary-7', '%Y')",
  ])('holds no cell: %s', async (sql) => {
    const error = await engineError(sql);
    expect(String(error)).toContain('canary-7');
    expect(safeMessage(error)).not.toContain('canary-7');
  });

  test('is whole where it is about names, and where it is ours', async () => {
    expect(safeMessage(await engineError('select * from core.nowhere'))).toContain('nowhere');
    const problem = new Problem({ code: 'x', what: "The column 'A' is missing.", fix: 'Send it.' });
    expect(safeMessage(problem)).toContain("'A'");
  });
});
