import { Problem } from '../../transforms/problem.ts';
import type { Pool } from '../graph/asset.ts';
import type { EngineOptions } from '../runtime/duckdb.ts';
import { amountIn } from '../runtime/memory.ts';

/** How the machine is shared among the steps that run at once. */
export interface Capacity {
  readonly limits: Readonly<Record<Pool, number>>;
  /** Threads and memory of each engine. */
  readonly engine: EngineOptions;
}

/** Below this, files of a district together, every step is small and takes longer to set up than to compute. */
const smallDistrict = 256 * 1024 * 1024;

/** Two threads a step keep an engine busy; further ones are better spent on further steps. */
const threadsPerStep = 2;
const mostSteps = 4;

/**
 * What an engine counts against its limit is not all that it holds: what it writes and what it has freed and keeps
 * come on top, a fifth and more. So the engines together are given this part of what a person allows.
 */
const countedShare = 0.75;

/**
 * Divides threads, and memory where it is limited, among as many steps as they are enough for. The steps of a small
 * district run side by side on a thread each, one more than there are threads, since one always waits for the disk; a
 * large district's take turns, so that each has the memory that it needs.
 */
export function shareMachine(
  threads: number,
  memoryLimit: string | undefined,
  sourceBytes: number,
): Capacity {
  const enough = sourceBytes < smallDistrict ? threads + 1 : Math.floor(threads / threadsPerStep);
  const compute = threads === 1 ? 1 : Math.min(mostSteps, enough);
  return {
    limits: { compute, site: 1 },
    engine: {
      threads: Math.max(1, Math.floor(threads / compute)),
      ...(memoryLimit === undefined ? {} : { memoryLimit: divide(memoryLimit, compute) }),
    },
  };
}

function divide(memoryLimit: string, parts: number): string {
  const amount = amountIn(memoryLimit);
  if (!amount) {
    throw new Problem({
      code: 'memory_limit_unclear',
      what: `--memory-limit ${memoryLimit} is not an amount of memory.`,
      fix: 'Write a number and a unit, such as 1GB or 800MB.',
      exit: 2,
    });
  }
  const each = (amount.count * countedShare) / parts;
  return `${Number(each.toFixed(3))}${amount.unit}`;
}
