import {
  activityInfo,
  ApplicationFailure,
  CancelledFailure,
  cancellationSignal,
  heartbeat,
} from '@temporalio/activity';
import { type Failure, factsOf } from '../../refresh/failure.ts';
import { onOneThread, retriesFor } from '../../refresh/retries.ts';
import type { OpenRuns } from './open-runs.ts';

/** What an attempt is told. */
export interface Attempt {
  readonly environment: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  /** Whether this is the attempt that makes do with one thread. */
  readonly oneThread: boolean;
}

/** What the attempts before have left for this one: only those that failed count, not those whose worker died. */
interface Trail {
  readonly failed: number;
  readonly oneThread: boolean;
}

/** How often a worker tells the server that it lives, and learns that it is to stop. */
const beat = 1000;

/**
 * Runs one attempt of an activity: tells the server that it lives, and turns what goes wrong into a failure that
 * quotes no cell and says whether another attempt may help. `name` is how a person calls what is attempted; `failed` is
 * told of a failure, and whether it will be tried `again`.
 */
export async function attempt<T>(
  runs: OpenRuns,
  name: string,
  work: (attempt: Attempt) => Promise<T>,
  failed: (failure: Failure, again: boolean) => Failure = (failure) => failure,
): Promise<T> {
  const trail = readTrail(activityInfo().heartbeatDetails);
  const signal = cancellationSignal();
  const timer = setInterval(() => heartbeat(trail), beat);
  try {
    signal.throwIfAborted();
    const { environment } = runs.place;
    return await work({ environment, signal, oneThread: trail.oneThread });
  } catch (error) {
    if (signal.aborted) throw stopped(signal);
    const count = trail.failed + 1;
    const again = count < retriesFor(error).attempts;
    heartbeat({ failed: count, oneThread: onOneThread(error, count) } satisfies Trail);
    throw failureFor(failed({ step: name, name, facts: factsOf(error) }, again), again);
  } finally {
    clearInterval(timer);
  }
}

function readTrail(details: unknown): Trail {
  const trail = details as Partial<Trail> | undefined;
  return { failed: trail?.failed ?? 0, oneThread: trail?.oneThread ?? false };
}

/** A run that is cancelled has ended; a worker that is stopped leaves its step to another. */
function stopped(signal: AbortSignal): Error {
  const reason: unknown = signal.reason;
  const shutdown = reason instanceof Error && reason.message === 'WORKER_SHUTDOWN';
  if (!shutdown) return new CancelledFailure('The step was stopped.');
  return ApplicationFailure.retryable('The worker was stopped.', 'WorkerStopped');
}

function failureFor(failure: Failure, again: boolean): ApplicationFailure {
  const { code, message } = failure.facts;
  return ApplicationFailure.create({
    type: code,
    message,
    nonRetryable: !again,
    details: [failure],
  });
}
