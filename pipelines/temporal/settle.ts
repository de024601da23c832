import { setTimeout as pause } from 'node:timers/promises';

/** How long a query may wait for a worker, with all its repetitions, in milliseconds. */
const patience = 8_000;

/** A little longer than any query. */
const longest = 15_000;

/** When a query that is asked now is given up. */
export function queryDeadline(): number {
  return Date.now() + patience;
}

/**
 * Waits until calls that are still on their way have come back: one that the client would repeat on a connection that
 * is closed by then ends the whole process, although all has gone well.
 */
export async function settle(calls: readonly Promise<unknown>[]): Promise<void> {
  const waiting = new AbortController();
  const late = pause(longest, undefined, { signal: waiting.signal }).catch(() => undefined);
  await Promise.race([Promise.allSettled(calls), late]);
  waiting.abort();
}
