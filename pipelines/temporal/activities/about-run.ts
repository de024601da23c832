import type { Info } from '@temporalio/activity';
import type { RefreshRequest } from '../../refresh/request.ts';
import { newRunId, type RunAbout } from '../../runtime/run-log.ts';
import type { OpenRuns } from './open-runs.ts';

/** What the run log tells of a run at its start. */
export function aboutRun(
  { host }: OpenRuns,
  { trigger, schedule, years, files }: RefreshRequest,
): RunAbout {
  return { engine: 'temporal', trigger, schedule, years, files, host, process: null };
}

/** The same for every attempt, so that a worker that dies here leaves one run behind and not two. */
export function runIdOf({ scheduledTimestampMs, workflowExecution }: Info): string {
  return newRunId(new Date(scheduledTimestampMs), workflowExecution?.runId);
}
