import type { District } from '../../transforms/config/district.ts';
import { withClient } from './connection.ts';
import { throwReported } from './follow-refresh.ts';
import type { ApprovalReceipt, ApprovalTask } from './payloads.ts';
import type { approve } from './workflows/approve.ts';
import { approvalWorkflowId, computeQueue } from './workflows/names.ts';

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
      });
    } catch (error) {
      return throwReported(error);
    }
  });
}
