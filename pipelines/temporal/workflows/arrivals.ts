import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import {
  ChildWorkflowCancellationType,
  executeChild,
  ParentClosePolicy,
  workflowInfo,
} from '@temporalio/workflow';
import type { ArrivalStart, ScheduledOutcome } from '../payloads.ts';
import { compute } from './activity-stubs.ts';
import { refreshWorkflowId } from './names.ts';
import { refresh } from './refresh.ts';
import { isRegistered, startAttributes } from './search-attributes.ts';

/**
 * One look at the folder of extracts; a complete set of new files starts a refresh under the one id that refreshes of
 * the district have. When one goes on already the files stay new, so a later look finds them again.
 */
export async function refreshOnArrival(start: ArrivalStart): Promise<ScheduledOutcome> {
  const { district } = start;
  const { typedSearchAttributes } = workflowInfo();
  const found = await compute.lookForFiles(start);
  if (found.set === null) return { outcome: 'nothing_new', what: found.why };
  try {
    const report = await executeChild(refresh, {
      workflowId: refreshWorkflowId(district),
      args: [{ ...start.request, files: found.set }],
      memo: { trigger: 'files' },
      cancellationType: ChildWorkflowCancellationType.WAIT_CANCELLATION_COMPLETED,
      parentClosePolicy: ParentClosePolicy.REQUEST_CANCEL,
      ...(isRegistered(typedSearchAttributes)
        ? { typedSearchAttributes: startAttributes(district, 'files') }
        : {}),
    });
    const outcome = report.end === 'blocked' ? 'blocked' : 'made';
    return { outcome, what: report.published?.edition ?? null };
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    return { outcome: 'nothing_new', what: 'a refresh goes on; the files wait for its end' };
  }
}
