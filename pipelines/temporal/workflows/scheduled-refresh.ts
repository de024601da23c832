import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import {
  ChildWorkflowCancellationType,
  executeChild,
  ParentClosePolicy,
  workflowInfo,
} from '@temporalio/workflow';
import type { Trigger } from '../../runtime/run-log.ts';
import type { ScheduledOutcome, ScheduledStart } from '../payloads.ts';
import { compute } from './activity-stubs.ts';
import { refreshWorkflowId } from './names.ts';
import { refresh } from './refresh.ts';
import { isRegistered, scheduledTime, startAttributes } from './search-attributes.ts';

/** A start that comes this much later than its time, and than its jitter, makes up for one that was missed. */
const late = 60 * 1000;

/**
 * What a schedule starts: a refresh under the one id that refreshes of the district have, so that one which goes on
 * already, started by whomever, means that this one is skipped.
 */
export async function scheduledRefresh(start: ScheduledStart): Promise<ScheduledOutcome> {
  const { district } = start;
  const { typedSearchAttributes } = workflowInfo();
  const trigger: Trigger = isLate(start) ? 'catch_up' : 'schedule';
  const request = { ...start.request, trigger };
  const workflowId = refreshWorkflowId(district);
  try {
    const report = await executeChild(refresh, {
      workflowId,
      args: [request],
      memo: { trigger },
      cancellationType: ChildWorkflowCancellationType.WAIT_CANCELLATION_COMPLETED,
      parentClosePolicy: ParentClosePolicy.REQUEST_CANCEL,
      ...(isRegistered(typedSearchAttributes)
        ? { typedSearchAttributes: startAttributes(district, trigger) }
        : {}),
    });
    const outcome = report.end === 'blocked' ? 'blocked' : 'made';
    return { outcome, what: report.published?.edition ?? null };
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    const why = `a refresh was going on already (${workflowId})`;
    await compute.noteSkipped({ district, request, why });
    return { outcome: 'skipped', what: why };
  }
}

/** By the schedule's own time, which is without its jitter. */
function isLate({ jitter }: ScheduledStart): boolean {
  const { startTime, typedSearchAttributes } = workflowInfo();
  const nominal = scheduledTime(typedSearchAttributes);
  return nominal !== undefined && startTime.getTime() - nominal.getTime() > late + jitter * 1000;
}
