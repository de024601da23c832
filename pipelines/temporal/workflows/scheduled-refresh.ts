import {
  type TypedSearchAttributes,
  WorkflowExecutionAlreadyStartedError,
} from '@temporalio/common';
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
 * already, started by whomever, means that this one is skipped. So is one that waited too long for a worker.
 */
export async function scheduledRefresh(start: ScheduledStart): Promise<ScheduledOutcome> {
  const { district, jitter, catch_up } = start;
  const { typedSearchAttributes } = workflowInfo();
  const delay = delayOf(typedSearchAttributes) - jitter * 1000;
  const trigger: Trigger = delay > late ? 'catch_up' : 'schedule';
  const request = { ...start.request, trigger };
  const skip = async (why: string): Promise<ScheduledOutcome> => {
    await compute.noteSkipped({ district, request, why });
    return { outcome: 'skipped', what: why };
  };
  if (delay > Math.max(late, catch_up * 1000)) return skip('no worker took it in time');
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
    return skip(`a refresh was going on already (${workflowId})`);
  }
}

/** How long ago the schedule's own time was, which is without its jitter, when a worker takes it up. */
function delayOf(attributes: TypedSearchAttributes): number {
  const nominal = scheduledTime(attributes);
  return nominal === undefined ? 0 : Date.now() - nominal.getTime();
}
