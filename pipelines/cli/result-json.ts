import { join } from 'node:path';
import { type FailureFacts, factsOf } from '../refresh/failure.ts';
import type { Movements } from '../refresh/movements.ts';
import type { RefreshResult } from '../refresh/result.ts';
import type { Summary } from '../refresh/summary.ts';

/** What `refresh --json` prints. */
export function resultJson(
  result: RefreshResult,
  summary: Summary | undefined,
  moved: Movements | undefined,
): object {
  const { published } = result;
  return {
    format: 1,
    run: result.runId,
    state: result.end === 'made' ? 'done' : result.end,
    steps: result.states,
    edition: published?.edition ?? null,
    outcome: published?.outcome ?? null,
    folder: published ? join(result.home, 'editions', published.edition) : null,
    site_built: result.siteBuilt,
    summary: summary ? summaryJson(summary) : null,
    moved: moved ? movementsJson(moved) : null,
    warnings: result.warnings,
    late_sources: result.late,
    problems: result.failures.map(({ step, name, facts }) => ({
      step,
      name,
      ...problemJson(facts),
    })),
  };
}

/** What moved most since the edition before; `largest` is null where that one cannot be read. */
function movementsJson({ since, largest }: Movements): object {
  const rows = largest?.map(({ kind, name, fiscalYear, before, now, change }) => ({
    kind,
    name,
    fiscal_year: fiscalYear,
    before_amount: before,
    amount: now,
    change_amount: change,
  }));
  return { since, largest: rows ?? null };
}

/** What `refresh --json` prints when the run could not start. */
export function failureJson(error: unknown, cancelled: boolean): object {
  const problems = cancelled ? [] : [problemJson(factsOf(error))];
  return { format: 1, state: cancelled ? 'cancelled' : 'failed', problems };
}

export function summaryJson(summary: Summary): object {
  return {
    district_name: summary.name,
    invented: summary.invented,
    amount_word: summary.amountWord,
    first_fiscal_year: summary.firstYear,
    latest_fiscal_year: summary.latestYear,
    progress_fiscal_year: summary.progressYear,
    ties_to: summary.tiesTo,
    read_amount: summary.read,
    assigned_amount: summary.assigned,
    not_yet_assigned_amount: summary.notYetAssigned,
    excluded_amount: summary.excluded,
    quarantined_amount: summary.quarantined,
    dropped_amount: summary.dropped,
    difference_amount: summary.difference,
    quality_rules: summary.rules.map(({ fiscalYear, ...rule }) => ({
      ...rule,
      fiscal_year: fiscalYear,
    })),
    needs_you: summary.needsYou.map(({ fiscalYear, ...need }) => ({
      ...need,
      fiscal_year: fiscalYear,
    })),
  };
}

export function problemJson({
  code,
  rule,
  what,
  where,
  fix,
  retryable,
  exit,
}: FailureFacts): object {
  return { code, rule, what, where, fix, retryable, exit };
}
