import {
  type Client,
  WorkflowFailedError,
  type WorkflowHandleWithFirstExecutionRunId,
} from '@temporalio/client';
import { CancelledFailure } from '@temporalio/common';
import { setTimeout as pause } from 'node:timers/promises';
import type { ItemResult } from '../graph/batch.ts';
import type { BatchFollower, BatchJob } from '../refresh/batch.ts';
import { cancelUntilHeard, throughOutages } from './away.ts';
import { explainEnd } from './ended-outside.ts';
import { someoneWorks } from './follow-refresh.ts';
import type { BatchProgress } from './payloads.ts';
import { queryDeadline, settle } from './settle.ts';
import type { batch } from './workflows/batch.ts';

export interface TemporalBatchFollower extends BatchFollower {
  /** When it aborts, the refreshes are cancelled and their ends waited for. */
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

export type BatchHandle = WorkflowHandleWithFirstExecutionRunId<typeof batch>;

/** Asks where it is about once a second, until it has ended. */
export async function followBatch(
  client: Client,
  handle: BatchHandle,
  job: BatchJob,
  { signal, say, started, ended }: TemporalBatchFollower,
): Promise<readonly ItemResult[]> {
  const watching = new AbortController();
  const calls: Promise<unknown>[] = [];
  const stop = (): void => void calls.push(cancelUntilHeard(handle, watching.signal));
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  const begun = new Set<number>();
  const done = new Map<number, ItemResult>();
  const noteStart = (place: number): void => {
    const item = job.items[place];
    if (item && !begun.has(place)) started(item);
    begun.add(place);
  };
  const note = ({ running, results }: Omit<BatchProgress, 'count'>): void => {
    for (const result of results) {
      const { place } = result;
      noteStart(place);
      const item = job.items[place];
      if (item && !done.has(place)) ended(item, result);
      done.set(place, result);
    }
    running.forEach(noteStart);
  };
  const ask = (): Promise<void> =>
    client
      .withDeadline(queryDeadline(), () => handle.query<BatchProgress>('batchProgress'))
      .then(note, () => undefined);
  const watch = (async () => {
    if (!(await someoneWorks(client))) {
      say('Waiting for a worker. Start one: npx resource-map worker');
    }
    while (!watching.signal.aborted) {
      await ask();
      await pause(1000, undefined, { signal: watching.signal }).catch(() => undefined);
    }
  })();
  // It tells what it can; that it cannot is no failure.
  watch.catch(() => undefined);
  calls.push(watch);
  try {
    const results = await throughOutages(() => handle.result(), say);
    note({ running: [], results });
  } catch (error) {
    if (!isStopped(error)) throw explainEnd(error);
    // A workflow that was cancelled has no result; it still answers what became of its items.
    await ask();
  } finally {
    watching.abort();
    signal.removeEventListener('abort', stop);
    await settle(calls);
  }
  return [...done.values()];
}

function isStopped(error: unknown): boolean {
  return error instanceof WorkflowFailedError && error.cause instanceof CancelledFailure;
}
