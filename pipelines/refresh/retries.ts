import { Problem } from '../../transforms/problem.ts';
import { isFailure } from '../runtime/files.ts';

/** How often a step is tried, and how. */
export interface Retries {
  readonly attempts: number;
  /** The last attempt makes do with one thread, and so with less memory. */
  readonly lastOnOneThread: boolean;
}

/** A file that is locked, a share that is away, a disk or a memory that is full: another time it may go. */
const passing = ['EBUSY', 'EIO', 'ESTALE', 'ETIMEDOUT', 'ENOSPC'] as const;

/** The engine passes a failure of the system on as a sentence. */
const passingInWords =
  /\b(EBUSY|EIO|ESTALE|ETIMEDOUT|ENOSPC)\b|Out of Memory Error|No space left on device|Input\/output error|Stale file handle|Resource busy/i;

/** The engine says of these that a statement cannot work with these data, however often it is tried. */
const lasting =
  /^(Binder|Catalog|Constraint|Conversion|Dependency|Invalid Input|Invalid Type|Mismatch Type|Not implemented|Out of Range|Parser|Permission|Syntax|Type Mismatch) Error/i;

/**
 * The one table of retries, for both engines. What is wrong with files, configuration, checks or SQL is as wrong the
 * second time; what the machine could not do just now is tried four times; what is not known, twice.
 */
export function retriesFor(error: unknown): Retries {
  if (isPassing(error)) return { attempts: 4, lastOnOneThread: true };
  if (error instanceof Problem || isLasting(error)) return { attempts: 1, lastOnOneThread: false };
  return { attempts: 2, lastOnOneThread: false };
}

/** Milliseconds to wait after the `failed`-th attempt: 1, 4 and 16 seconds. */
export function pauseAfter(failed: number): number {
  return 1000 * 4 ** (failed - 1);
}

/** Whether the next attempt, after `failed` ones, is the last of those that one thread is for. */
export function onOneThread(error: unknown, failed: number): boolean {
  const { attempts, lastOnOneThread } = retriesFor(error);
  return lastOnOneThread && failed === attempts - 1;
}

/** Whether it may go another time, without anyone changing a file of the district. */
export function isPassing(error: unknown): boolean {
  if (error instanceof Problem) return error.retryable || isPassing(error.cause);
  if (isFailure(error, ...passing)) return true;
  return error instanceof Error && passingInWords.test(error.message);
}

function isLasting(error: unknown): boolean {
  return error instanceof Error && lasting.test(error.message);
}
