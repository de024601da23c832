import { WorkflowExecutionAlreadyStartedError, WorkflowFailedError } from '@temporalio/client';
import { TimeoutFailure } from '@temporalio/common';
import { Problem } from '../../transforms/problem.ts';
import type { District } from '../../transforms/config/district.ts';
import { withClient } from './connection.ts';
import { throwReported } from './follow-refresh.ts';
import type { ApprovalReceipt, ApprovalTask } from './payloads.ts';
import type { approve } from './workflows/approve.ts';
import { approvalWorkflowId, computeQueue } from './workflows/names.ts';

/** How long an approval waits for a worker. */
const patience = '1 minute';

/** Approves an edition by a worker, where this machine does not see the folder of outputs. Throws the worker's `Problem`. */
export function approveOnTemporal(
  { id }: District['district'],
  approval: Omit<ApprovalTask, 'district'>,
): Promise<ApprovalReceipt> {
  return withClient(async (client) => {
    try {
      return await client.workflow.execute<typeof approve>('approve', {
        taskQueue: computeQueue,
        workflowId: approvalWorkflowId(id),
        args: [{ ...approval, district: id }],
        // An approval that no worker takes now must not come true at night, when nobody expects it any more.
        workflowExecutionTimeout: patience,
      });
    } catch (error) {
      if (error instanceof WorkflowExecutionAlreadyStartedError) throw underWay(error);
      if (error instanceof WorkflowFailedError && error.cause instanceof TimeoutFailure) {
        throw nobodyAnswered(error);
      }
      return throwReported(error);
    }
  });
}

function underWay(cause: unknown): Problem {
  return new Problem({
    code: 'approval_running',
    what: 'Another approval of this district is under way.',
    fix: 'Look at what readers see, with status, and approve again if need be.',
    cause,
  });
}

function nobodyAnswered(cause: unknown): Problem {
  return new Problem({
    code: 'no_worker',
    what: 'No worker took the approval, so nothing was approved.',
    fix: 'Start one (npx resource-map worker), and approve again.',
    cause,
  });
}
