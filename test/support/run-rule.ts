import { Engine } from '../../pipelines/runtime/duckdb.ts';
import { readRuleSelects } from '../../sql/catalog.ts';
import { MACROS } from '../../sql/macros.ts';
import { thresholdsSql } from '../../transforms/quality/thresholds-sql.ts';
import { cellText } from './rows.ts';
import type { GivenRelations } from './run-model.ts';

/** What a rule said of one thing: `warned: Fund 100 …`; or only how many of how many, when all is well. */
export interface RuleWords {
  readonly said: readonly string[];
  readonly checked: number;
  readonly failed: number;
}

/** Runs the select of one quality rule over the given relations, with the list's limits or those given. */
export async function runRule(
  id: string,
  given: GivenRelations,
  limits: Readonly<Record<string, number>> = {},
): Promise<RuleWords> {
  const rule = readRuleSelects().find((candidate) => candidate.id === id);
  if (!rule) throw new Error(`There is no select of the rule ${id}.`);
  const engine = await Engine.open({ threads: 1, macros: MACROS });
  try {
    const relations = { 'staging.quality_thresholds': thresholdsSql({ [id]: limits }), ...given };
    for (const [name, sql] of Object.entries(relations)) {
      await engine.run(`create schema if not exists ${name.split('.')[0]}`);
      await engine.run(`create table ${name} as ${sql}`);
    }
    // The columns in the order in which the table of all rules reads them.
    await engine.run(
      `create temp table found as select fiscal_year, subject, verdict::varchar as verdict, checked, failed, what from (${rule.sql})`,
    );
    const [twice] = await engine.rows(
      'select fiscal_year, subject from found group by all having count(*) > 1',
    );
    if (twice) throw new Error(`${id} says two things of ${cellText(twice, 'subject')}.`);
    const rows = await engine.rows(
      "select verdict || ': ' || what as said from found where verdict is not null order by fiscal_year, subject",
    );
    const [sums] = await engine.rows(
      'select coalesce(sum(checked), 0)::integer as checked, coalesce(sum(failed), 0)::integer as failed from found',
    );
    return {
      said: rows.map((row) => cellText(row, 'said')),
      checked: Number(sums?.['checked']),
      failed: Number(sums?.['failed']),
    };
  } finally {
    engine.close();
  }
}
