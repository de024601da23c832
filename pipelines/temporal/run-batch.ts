import {
  type Client,
  WorkflowExecutionAlreadyStartedError,
  WorkflowFailedError,
  type WorkflowHandleWithFirstExecutionRunId,
} from '@temporalio/client';
import { CancelledFailure } from '@temporalio/common';
import { setTimeout as pause } from 'node:timers/promises';
import { Problem } from '../../transforms/problem.ts';
import type { ItemResult } from '../graph/batch.ts';
import type { BatchFollower, BatchJob } from '../refresh/batch.ts';
import { withClient } from './connection.ts';
import { someoneWorks } from './follow-refresh.ts';
import type { BatchProgress } from './payloads.ts';
import { attributesAreRegistered } from './registration.ts';
import { describeOpen } from './start-refresh.ts';
import { mostItems, pagesOf } from './workflows/batch-pages.ts';
import type { batch } from './workflows/batch.ts';
import { computeQueue } from './workflows/names.ts';
import { startAttributes, triggerAttribute } from './workflows/search-attributes.ts';

/** Several refreshes as one workflow. */
export interface BatchStart {
  /** Two of the same id are never open at once. */
  readonly workflowId: string;
  /** What it is, for people who look at the server. */
  readonly summary: string;
  /** The district that all of it is of, if it is one. */
  readonly district: string | null;
  readonly job: BatchJob;
}

export interface TemporalBatchFollower extends BatchFollower {
  /** When it aborts, the refreshes are cancelled and their ends waited for. */
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

type BatchHandle = WorkflowHandleWithFirstExecutionRunId<typeof batch>;

/** Starts several refreshes on the Temporal server and returns the workflow's id, without waiting for their end. */
export function startBatchOnTemporal(start: BatchStart): Promise<string> {
  return withClient(async (client) => {
    const handle = await startBatch(client, start);
    return `${handle.workflowId}, run ${handle.firstExecutionRunId}`;
  });
}

/** Runs several refreshes on the Temporal server to their end, and gives what is known of each. */
export function batchOnTemporal(
  start: BatchStart,
  follower: TemporalBatchFollower,
): Promise<readonly ItemResult[]> {
  return withClient(async (client) => {
    const handle = await startBatch(client, start);
    return followBatch(client, handle, start.job, follower);
  });
}

async function startBatch(client: Client, start: BatchStart): Promise<BatchHandle> {
  const { workflowId, summary, district, job } = start;
  const { items, request, window } = job;
  if (items.length > mostItems) throw tooMany(items.length);
  const searchable = await attributesAreRegistered(client);
  const { trigger } = request;
  const attributes =
    district === null
      ? [{ key: triggerAttribute, value: trigger }]
      : startAttributes(district, trigger);
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

/** Asks where it is about once a second, until it has ended. */
async function followBatch(
  client: Client,
  handle: BatchHandle,
  job: BatchJob,
  { signal, say, started, ended }: TemporalBatchFollower,
): Promise<readonly ItemResult[]> {
  const stop = (): void => void handle.cancel().catch(() => undefined);
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  const begun = new Set<number>();
  const done = new Map<number, ItemResult>();
  const note = ({ running, results }: Omit<BatchProgress, 'count'>): void => {
    for (const place of [...results.map((result) => result.place), ...running]) {
      const item = job.items[place];
      if (item && !begun.has(place)) started(item);
      begun.add(place);
    }
    for (const result of results) {
      const item = job.items[result.place];
      if (item && !done.has(result.place)) ended(item, result);
      done.set(result.place, result);
    }
  };
  const ask = (): Promise<void> =>
    handle.query<BatchProgress>('batchProgress').then(note, () => undefined);
  const watching = new AbortController();
  const watch = (async () => {
    if (!(await someoneWorks(client))) {
      say('Waiting for a worker. Start one: npx resource-map worker');
    }
    while (!watching.signal.aborted) {
      await ask();
      await pause(1000, undefined, { signal: watching.signal }).catch(() => undefined);
    }
  })();
  try {
    note({ running: [], results: await handle.result() });
  } catch (error) {
    if (!isStopped(error)) throw error;
    // A workflow that was cancelled has no result; it still answers what became of its items.
    await ask();
  } finally {
    watching.abort();
    signal.removeEventListener('abort', stop);
    // A query without a worker waits for its own time-out: nobody waits for it here.
    void watch.catch(() => undefined);
  }
  return [...done.values()];
}

function isStopped(error: unknown): boolean {
  return error instanceof WorkflowFailedError && error.cause instanceof CancelledFailure;
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
