import { setTimeout as pause } from 'node:timers/promises';
import { onOneThread, pauseAfter, retriesFor } from './retries.ts';

/** Waits between two attempts; rejects when the run is stopped. */
export type Wait = (milliseconds: number, signal: AbortSignal) => Promise<unknown>;

export interface Trying {
  /** Aborted when the run is stopped: then nothing is tried again. */
  readonly signal: AbortSignal;
  /** Told what was in the way of an attempt, before the pause that comes before the next. */
  readonly onRetry?: (error: unknown) => void;
  readonly wait?: Wait;
}

/**
 * Does a piece of work as often as the table of retries says. `oneThread` tells an attempt to make do with one thread.
 * Throws what was in the way of the last attempt.
 */
export async function tryAgain<T>(
  work: (oneThread: boolean) => Promise<T>,
  { signal, onRetry = () => {}, wait = waitFor }: Trying,
): Promise<T> {
  let oneThread = false;
  for (let failed = 1; ; failed += 1) {
    try {
      return await work(oneThread);
    } catch (error) {
      if (signal.aborted || failed >= retriesFor(error).attempts) throw error;
      oneThread = onOneThread(error, failed);
      if (!(await waited(() => onRetry(error), wait(pauseAfter(failed), signal)))) throw error;
    }
  }
}

/** Whether the pause came to its end. What a full disk does not let tell must not keep from trying. */
async function waited(tell: () => void, pausing: Promise<unknown>): Promise<boolean> {
  try {
    tell();
  } catch {
    // It is told once more when the last attempt has failed.
  }
  return pausing.then(
    () => true,
    () => false,
  );
}

const waitFor: Wait = (milliseconds, signal) => pause(milliseconds, undefined, { signal });
