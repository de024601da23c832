import { setTimeout as pause } from 'node:timers/promises';

/** A query that no worker answers waits for its own time-out, which is a little shorter. */
const longest = 15_000;

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
