import {
  ActivityFailure,
  ApplicationFailure,
  CancelledFailure,
  defineQuery,
  isCancellation,
  setHandler,
  upsertMemo,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import type { RefreshRequest } from '../../refresh/request.ts';
import type { PlannedRun, RefreshProgress, RefreshReport } from '../payloads.ts';
import { compute } from './activity-stubs.ts';
import { PlanExecution } from './plan-execution.ts';
import { fiscalYearAttribute, isRegistered } from './search-attributes.ts';

/** Where a refresh is. */
export const progressQuery = defineQuery<RefreshProgress>('progress');

/**
 * One refresh of one district: plans, makes every step by an activity, publishes. It interprets a plan that it is
 * given as data, so that a change of the graph never changes what an open history replays to.
 *
 * Ends well, or *blocked* by a check, with a report; a refresh that failed is a failure with the report in its details.
 */
export async function refresh(request: RefreshRequest): Promise<RefreshReport> {
  let execution: PlanExecution | undefined;
  setHandler(progressQuery, () => execution?.progress() ?? nothingYet);
  let report: RefreshReport | undefined;
  try {
    for (const again of [true, false]) {
      const planned = await plan(request, execution?.run ?? null);
      execution = new PlanExecution(planned);
      report = await execution.execute(again);
      // A worker of another version has taken a step: what is made is kept, so a second plan costs little.
      if (report !== undefined) break;
    }
  } catch (error) {
    if (isCancellation(error)) throw error;
    throw error instanceof ActivityFailure && error.cause ? error.cause : error;
  }
  if (report === undefined) throw new Error('A run ends with a report');
  if (report.end === 'cancelled') throw new CancelledFailure('The refresh was stopped.');
  if (report.end === 'failed') throw failed(report);
  return report;
}

const nothingYet: RefreshProgress = { runId: null, steps: 0, states: {}, running: [] };

async function plan(request: RefreshRequest, before: PlannedRun | null): Promise<PlannedRun> {
  const planned = await compute.planRun({ request, runId: before?.runId ?? null });
  const steps = [...planned.steps];
  while (steps.length < planned.count) {
    const { district, runId, order } = planned;
    steps.push(...(await compute.readPlan({ district, runId, order, from: steps.length })));
  }
  upsertMemo({ version: planned.program.slice(0, 16) });
  if (isRegistered(workflowInfo().typedSearchAttributes)) {
    const years = planned.fiscalYears.map(String);
    upsertSearchAttributes([{ key: fiscalYearAttribute, value: years }]);
  }
  return { ...planned, steps };
}

function failed(report: RefreshReport): ApplicationFailure {
  const [first] = report.failures;
  const message = first ? `${first.name}: ${first.facts.message}` : 'The refresh failed.';
  return ApplicationFailure.create({
    type: 'RefreshFailed',
    message,
    nonRetryable: true,
    details: [report],
  });
}
