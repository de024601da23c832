import {
  activityInfo,
  ApplicationFailure,
  CancelledFailure,
  cancellationSignal,
  heartbeat,
} from '@temporalio/activity';
import { Problem } from '../../../transforms/problem.ts';
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

/** What the attempts before have left for this one. */
interface Trail {
  /** Those that failed: they count against the table of retries. */
  readonly failed: number;
  /** Those whose worker was stopped in good order. */
  readonly stopped: number;
  readonly oneThread: boolean;
}

/** A worker that falls silent is no one's mistake; so many of them at one step are that step's. */
const mostSilent = 8;
/** From the second on the step makes do with one thread, in case that it was the memory. */
const suspicious = 2;

/** How often a worker tells the server that it lives, and learns that it is to stop. */
const beat = 1000;

/**
 * Runs one attempt of an activity: tells the server that it lives, and turns what goes wrong into a failure that
 * quotes no cell and says whether another attempt may help. `name` is how a person calls what is attempted; `failed` is
 * told of a failure, and whether it will be tried `again`; `cancelled` when the run was stopped from outside.
 */
export async function attempt<T>(
  runs: OpenRuns,
  name: string,
  work: (attempt: Attempt) => Promise<T>,
  failed: (failure: Failure, again: boolean) => Failure = (failure) => failure,
  cancelled: () => void = () => undefined,
): Promise<T> {
  const trail = readTrail(activityInfo().heartbeatDetails);
  const silent = activityInfo().attempt - 1 - trail.failed - trail.stopped;
  const signal = cancellationSignal();
  const timer = setInterval(() => heartbeat(trail), beat);
  try {
    signal.throwIfAborted();
    if (silent >= mostSilent) throw fellSilent(silent);
    const { environment } = runs.place;
    const oneThread = trail.oneThread || silent >= suspicious;
    return await work({ environment, signal, oneThread });
  } catch (error) {
    if (signal.aborted) throw stopped(signal, trail, cancelled);
    const count = trail.failed + 1;
    const again = count < retriesFor(error).attempts;
    const oneThread = onOneThread(error, count);
    heartbeat({ ...trail, failed: count, oneThread } satisfies Trail);
    const failure = { step: name, name, facts: factsOf(error) };
    throw failureFor(told(failed, failure, again), again);
  } finally {
    clearInterval(timer);
  }
}

function readTrail(details: unknown): Trail {
  const trail = details as Partial<Trail> | undefined;
  const { failed = 0, stopped = 0, oneThread = false } = trail ?? {};
  return { failed, stopped, oneThread };
}

/** Tells of a failure. A log on a disk that is full must not hide what went wrong. */
function told(
  failed: (failure: Failure, again: boolean) => Failure,
  failure: Failure,
  again: boolean,
): Failure {
  try {
    return failed(failure, again);
  } catch {
    return failure;
  }
}

function fellSilent(times: number): Problem {
  return new Problem({
    code: 'worker_lost',
    what: `${times} times the worker that made this fell silent.`,
    fix: 'Look at the hosts of the workers: give them more memory, or fewer slots (worker --slots), and refresh again.',
  });
}

/** A run that is cancelled has ended; a worker that is stopped leaves its step to another. */
function stopped(signal: AbortSignal, trail: Trail, cancelled: () => void): Error {
  const reason: unknown = signal.reason;
  const shutdown = reason instanceof Error && reason.message === 'WORKER_SHUTDOWN';
  if (!shutdown) {
    cancelled();
    return new CancelledFailure('The step was stopped.');
  }
  heartbeat({ ...trail, stopped: trail.stopped + 1 } satisfies Trail);
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
