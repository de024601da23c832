import {
  type Client,
  type WorkflowHandleWithFirstExecutionRunId,
  WorkflowExecutionAlreadyStartedError,
} from '@temporalio/client';
import { Problem } from '../../transforms/problem.ts';
import type { District } from '../../transforms/config/district.ts';
import type { RefreshRequest } from '../refresh/request.ts';
import { attributesAreRegistered } from './registration.ts';
import { computeQueue, refreshWorkflowId } from './workflows/names.ts';
import type { refresh } from './workflows/refresh.ts';
import { startAttributes } from './workflows/search-attributes.ts';

export type RefreshHandle = WorkflowHandleWithFirstExecutionRunId<typeof refresh>;

/** Starts a refresh of a district; a second one at the same time is refused, with the open one named. */
export async function startRefresh(
  client: Client,
  request: RefreshRequest,
  { id, name }: District['district'],
): Promise<RefreshHandle> {
  const workflowId = refreshWorkflowId(id);
  const attributes = (await attributesAreRegistered(client))
    ? startAttributes(id, request.trigger)
    : [];
  try {
    return await client.workflow.start<typeof refresh>('refresh', {
      taskQueue: computeQueue,
      workflowId,
      args: [request],
      memo: { trigger: request.trigger },
      staticSummary: `Refresh of ${name}`,
      ...(attributes.length === 0 ? {} : { typedSearchAttributes: attributes }),
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    throw alreadyRunning(await describeOpen(client, workflowId), name, error);
  }
}

/** Names the open run of a workflow, as an operator finds it. */
export async function describeOpen(client: Client, workflowId: string): Promise<string> {
  const open = await client.workflow.getHandle(workflowId).describe();
  const trigger = typeof open.memo?.['trigger'] === 'string' ? open.memo['trigger'] : 'manual';
  return `${workflowId}, run ${open.runId}, started ${open.startTime.toISOString()} (${trigger})`;
}

function alreadyRunning(open: string, name: string, cause: unknown): Problem {
  return new Problem({
    code: 'refresh_running',
    what: `A refresh of ${name} is going on already: ${open}.`,
    fix: 'Wait until it has ended, or stop it, and refresh again.',
    cause,
  });
}
