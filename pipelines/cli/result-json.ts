import { Problem } from '../../transforms/problem.ts';
import type { RefreshResult } from '../local/refresh.ts';
import { safeMessage } from '../runtime/safe-message.ts';
import type { Summary } from '../local/summary.ts';

/** What `refresh --json` prints. */
export function resultJson(result: RefreshResult, summary: Summary | undefined): object {
  const { published } = result;
  return {
    format: 1,
    run: result.runId,
    state: result.cancelled ? 'cancelled' : result.failures.length > 0 ? 'failed' : 'done',
    steps: result.states,
    edition: published?.edition ?? null,
    outcome: published?.outcome ?? null,
    folder: published?.folder ?? null,
    site_built: result.siteBuilt,
    summary: summary ? summaryJson(summary) : null,
    warnings: result.warnings,
    problems: result.failures.map(({ step, name, error }) => ({
      step,
      name,
      ...problemJson(error),
    })),
  };
}

/** What `refresh --json` prints when the run could not start. */
export function failureJson(error: unknown, cancelled: boolean): object {
  const problems = cancelled ? [] : [problemJson(error)];
  return { format: 1, state: cancelled ? 'cancelled' : 'failed', problems };
}

function summaryJson(summary: Summary): object {
  return {
    district_name: summary.name,
    invented: summary.invented,
    amount_word: summary.amountWord,
    first_fiscal_year: summary.firstYear,
    latest_fiscal_year: summary.latestYear,
    ties_to: summary.tiesTo,
    read_amount: summary.read,
    assigned_amount: summary.assigned,
    not_yet_assigned_amount: summary.notYetAssigned,
    excluded_amount: summary.excluded,
    quarantined_amount: summary.quarantined,
    dropped_amount: summary.dropped,
    difference_amount: summary.difference,
    needs_you: summary.needsYou.map(({ fiscalYear, ...need }) => ({
      ...need,
      fiscal_year: fiscalYear,
    })),
  };
}

function problemJson(error: unknown): object {
  if (error instanceof Problem) {
    const { code, what, where, fix, retryable, exit } = error;
    return { code, what, where, fix, retryable, exit };
  }
  const what = safeMessage(error);
  return { code: 'program_fault', what, where: {}, fix: '', retryable: false, exit: 1 };
}
