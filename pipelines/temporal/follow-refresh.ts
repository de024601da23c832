import { type Client, WorkflowFailedError } from '@temporalio/client';
import { ActivityFailure, ApplicationFailure, CancelledFailure } from '@temporalio/common';
import { setTimeout as pause } from 'node:timers/promises';
import { Problem, type ProblemDetails } from '../../transforms/problem.ts';
import type { Failure } from '../refresh/failure.ts';
import { cancelUntilHeard, throughOutages } from './away.ts';
import { explainEnd } from './ended-outside.ts';
import type { RefreshProgress, RefreshReport } from './payloads.ts';
import { queryDeadline, settle } from './settle.ts';
import type { RefreshHandle } from './start-refresh.ts';
import { computeQueue, siteQueue } from './workflows/names.ts';

export interface Follower {
  /** When it aborts, the refresh is cancelled and its end waited for. */
  readonly signal: AbortSignal;
  /** Told where the refresh is, about once a second. */
  readonly progress: (progress: RefreshProgress) => void;
  readonly say: (line: string) => void;
  /** Whether a report site is to be built. */
  readonly site: boolean;
}

/** Follows a refresh to its end. Throws the `Problem` of a refresh that could not be planned; null when it was stopped. */
export async function followRefresh(
  client: Client,
  handle: RefreshHandle,
  { signal, progress, say, site }: Follower,
): Promise<RefreshReport | null> {
  const watching = new AbortController();
  const calls: Promise<unknown>[] = [];
  const stop = (): void => {
    say('Stopping the refresh. Ctrl-C again leaves the rest to the server.');
    calls.push(cancelUntilHeard(handle, watching.signal));
  };
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  const watch = (async () => {
    if (!(await someoneWorks(client))) {
      say('Waiting for a worker. Start one: npx resource-map worker');
    } else if (site && !(await someoneWorks(client, siteQueue))) {
      say('No worker builds report sites. Start one without --no-site, or refresh with --no-site.');
    }
    while (!watching.signal.aborted) {
      await client
        .withDeadline(queryDeadline(), () => handle.query<RefreshProgress>('progress'))
        .then(progress, () => undefined);
      await pause(1000, undefined, { signal: watching.signal }).catch(() => undefined);
    }
  })();
  // It tells what it can; that it cannot is no failure.
  watch.catch(() => undefined);
  calls.push(watch);
  try {
    return await throughOutages(() => handle.result(), say);
  } catch (error) {
    return reportOf(error);
  } finally {
    watching.abort();
    signal.removeEventListener('abort', stop);
    await settle(calls);
  }
}

/** The report of a refresh that did not end well; null when it was stopped. */
export function reportOf(error: unknown): RefreshReport | null {
  const cause = causeOf(error);
  if (cause instanceof CancelledFailure) return null;
  if (cause instanceof ApplicationFailure && cause.type === 'RefreshFailed') {
    return cause.details?.[0] as RefreshReport;
  }
  return throwReported(error);
}

/** Throws what a worker has reported as the `Problem` that it was there. */
export function throwReported(error: unknown): never {
  const outside = explainEnd(error);
  if (outside !== error) throw outside;
  const cause = causeOf(error);
  const [details] = cause instanceof ApplicationFailure ? (cause.details ?? []) : [];
  throw details === undefined ? cause : problemOf(details as Failure);
}

/** Why a workflow failed, beneath what Temporal has wrapped around it; any other error as it is. */
function causeOf(error: unknown): unknown {
  const cause = error instanceof WorkflowFailedError ? error.cause : error;
  return cause instanceof ActivityFailure ? cause.cause : cause;
}

function problemOf({ facts }: Failure): Problem {
  return new Problem(facts as ProblemDetails);
}

/** Whether a worker has asked for work lately. */
export async function someoneWorks(client: Client, name = computeQueue): Promise<boolean> {
  const { pollers } = await client.workflowService.describeTaskQueue({
    namespace: client.options.namespace,
    taskQueue: { name },
    taskQueueType: 1,
  });
  return (pollers ?? []).length > 0;
}
