import { isGrpcServiceError, ServiceError } from '@temporalio/client';
import { setTimeout as pause } from 'node:timers/promises';

/** gRPC's own numbers for a deadline that has passed, and for a server that is unavailable. */
const awayCodes: ReadonlySet<number> = new Set([4, 14]);

/** How long to wait before a server that is away is asked again, in milliseconds. */
const again = 1000;

/** Whether the server could not be reached, or was too busy to answer. */
export function isAway(error: unknown): boolean {
  const cause = error instanceof ServiceError ? error.cause : error;
  return isGrpcServiceError(cause) && awayCodes.has(cause.code);
}

/** Asks a server for something until it answers: while it is away, what it runs goes on where it was. */
export async function throughOutages<T>(
  ask: () => Promise<T>,
  say: (line: string) => void,
): Promise<T> {
  for (let told = false; ; told = true) {
    try {
      return await ask();
    } catch (error) {
      if (!isAway(error)) throw error;
      if (!told) say('The Temporal server does not answer. Waiting for it; Ctrl-C twice gives up.');
      await pause(again);
    }
  }
}

/** Asks a workflow to stop, also while its server is away, until it has heard it or has `ended`. */
export async function cancelUntilHeard(
  handle: { cancel(): Promise<unknown> },
  ended: AbortSignal,
): Promise<void> {
  while (!ended.aborted) {
    try {
      await handle.cancel();
      return;
    } catch (error) {
      // One that has ended in the meantime needs no stopping.
      if (!isAway(error)) return;
      await pause(again, undefined, { signal: ended }).catch(() => undefined);
    }
  }
}
