import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { Problem } from '../../transforms/problem.ts';
import type { ItemResult } from '../graph/batch.ts';
import type { BatchJob } from '../refresh/batch.ts';
import { withClient } from './connection.ts';
import { type BatchHandle, followBatch, type TemporalBatchFollower } from './follow-batch.ts';
import { attributesAreRegistered } from './registration.ts';
import type { StartedRun } from './run-refresh.ts';
import { describeOpen } from './start-refresh.ts';
import { mostItems, pagesOf } from './workflows/batch-pages.ts';
import type { batch } from './workflows/batch.ts';
import { batchWorkflowId, computeQueue } from './workflows/names.ts';
import { startAttributes, triggerAttribute } from './workflows/search-attributes.ts';

/** Starts several refreshes on the Temporal server and returns where they are, without waiting for their end. */
export function startBatchOnTemporal(job: BatchJob): Promise<StartedRun> {
  return withClient(async (client) => {
    const handle = await startBatch(client, job);
    return { workflowId: handle.workflowId, runId: handle.firstExecutionRunId };
  });
}

/** Runs several refreshes on the Temporal server to their end, and gives what is known of each. */
export function batchOnTemporal(
  job: BatchJob,
  follower: TemporalBatchFollower,
): Promise<readonly ItemResult[]> {
  return withClient(async (client) => {
    const handle = await startBatch(client, job);
    return followBatch(client, handle, job, follower);
  });
}

async function startBatch(client: Client, job: BatchJob): Promise<BatchHandle> {
  const { kind, name, summary, items, request, window } = job;
  const workflowId = batchWorkflowId(kind, name);
  if (items.length > mostItems) throw tooMany(items.length);
  const searchable = await attributesAreRegistered(client);
  const { trigger } = request;
  const attributes =
    kind === 'batch' ? [{ key: triggerAttribute, value: trigger }] : startAttributes(name, trigger);
  const count = items.length;
  const input = { format: 1, request, window, count, searchable, results: [] } as const;
  try {
    return await client.workflow.start<typeof batch>('batch', {
      taskQueue: computeQueue,
      workflowId,
      args: [input, ...pagesOf(items)],
      memo: { trigger },
      staticSummary: summary,
      ...(searchable ? { typedSearchAttributes: attributes } : {}),
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    throw alreadyRunning(await describeOpen(client, workflowId), summary, error);
  }
}

function alreadyRunning(open: string, summary: string, cause: unknown): Problem {
  return new Problem({
    code: 'batch_running',
    what: `${summary} is going on already: ${open}.`,
    fix: 'Wait until it has ended, or stop it, and start again.',
    cause,
  });
}

function tooMany(count: number): Problem {
  return new Problem({
    code: 'batch_too_long',
    what: `${count} refreshes are more than one batch on a Temporal server holds, which is ${mostItems}.`,
    fix: 'Refresh them in several parts.',
    exit: 2,
  });
}
