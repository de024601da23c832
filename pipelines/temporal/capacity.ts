import { availableParallelism, totalmem } from 'node:os';
import type { EngineOptions } from '../runtime/duckdb.ts';

/** How a worker shares its host among the steps that it makes at once. */
export interface WorkerCapacity {
  /** Steps at once. */
  readonly slots: number;
  readonly engine: EngineOptions;
}

export interface WorkerWishes {
  readonly slots: number | undefined;
  /** Bytes for the whole worker; all that the host or its container has when it is undefined. */
  readonly memory: number | undefined;
  /** Whether this worker builds sites too. */
  readonly site: boolean;
}

const megabyte = 1024 * 1024;
const gigabyte = 1024 * megabyte;

/** The process itself, with what the engines hold beyond what they count. */
const ownReserve = 1 * gigabyte;
/** A site build. */
const siteReserve = 4 * gigabyte;
/** Below this an engine does nothing but spill. */
const leastPerSlot = 256 * megabyte;

/** One step more than there are processors, at most four, since one always waits for the disk. */
const mostSlots = 4;

/**
 * Divides a host among the slots of a worker: (memory - 1 GB - the reserve of a site build) / slots for each engine, and
 * the threads evenly. A host too small for that still works: its engines spill.
 */
export function shareWorker(
  { slots, memory = hostMemory(), site }: WorkerWishes,
  processors: number = availableParallelism(),
): WorkerCapacity {
  const count = slots ?? Math.min(mostSlots, processors + 1);
  const free = memory - ownReserve - (site ? siteReserve : 0);
  const each = Math.max(leastPerSlot, Math.floor(free / count));
  return {
    slots: count,
    engine: {
      threads: Math.max(1, Math.floor(processors / count)),
      memoryLimit: `${Math.floor(each / megabyte)}MiB`,
    },
  };
}

/** What this process may use: all of the host, or what its container allows. */
function hostMemory(): number {
  const allowed = process.constrainedMemory();
  return allowed > 0 && allowed < totalmem() ? allowed : totalmem();
}
