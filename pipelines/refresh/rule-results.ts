import { type Engine, textOf, textOrNull } from '../runtime/duckdb.ts';

/** What became of a quality rule in a year, or in all files together. */
export interface RuleResult {
  readonly rule: string;
  readonly fiscalYear: number | null;
  readonly status: 'passed' | 'warned' | 'failed' | 'overridden' | 'not_applicable';
  readonly title: string;
  /** In counts, or why the rule does not apply. */
  readonly found: string;
  /** The first thing that breaks it, where it is of dollars alone. */
  readonly example: string | null;
  /** Why a person lets it stand. */
  readonly reason: string | null;
  readonly checked: number;
  readonly failed: number;
}

/** The results of all quality rules, of the `release` tables that an engine sees. */
export async function readRuleResults(engine: Engine): Promise<readonly RuleResult[]> {
  const rows = await engine.rows(
    'select * from release.quality_results order by position, fiscal_year',
  );
  return rows.map((row) => ({
    rule: textOf(row['rule_id']),
    fiscalYear: row['fiscal_year'] === null ? null : Number(row['fiscal_year']),
    status: textOf(row['rule_status']) as RuleResult['status'],
    title: textOf(row['rule_title']),
    found: textOf(row['found_text']),
    example: textOrNull(row['example']),
    reason: textOrNull(row['override_reason']),
    checked: Number(row['checked']),
    failed: Number(row['failed']),
  }));
}
