import type { CheckFacts } from '../refresh/check-facts.ts';
import type { RefreshResult } from '../refresh/result.ts';
import { problemJson, summaryJson } from './result-json.ts';

/** What `check --json` prints. */
export function checkJson(result: RefreshResult, facts: CheckFacts | undefined): object {
  return {
    format: 1,
    run: result.runId,
    state: result.end === 'made' ? 'done' : result.end,
    would_publish: result.end === 'made',
    rows: facts?.rows.map(({ inFiles, setAside, ...row }) => ({
      ...row,
      in_files: inFiles,
      set_aside: setAside,
    })),
    summary: facts ? summaryJson(facts.summary) : null,
    warnings: result.warnings,
    problems: result.failures.map(({ step, name, facts: failure }) => ({
      step,
      name,
      ...problemJson(failure),
    })),
  };
}
