import { localWords } from '../../transforms/schedules/time-zone.ts';
import { readRuns, surroundingsHere } from '../operations/run-history.ts';
import { stillRuns } from '../runtime/processes.ts';
import type { OccasionSource } from './serve-occasion.ts';

/** Runs that could still be going on are among so many of the last. */
const lookBack = 20;

/**
 * In words, a refresh of the district that another process has going on, whoever started it. What this one has in hand
 * it knows itself: a log of its own without an end is one that a full disk cut short.
 */
export async function openRun(
  { home, district }: Pick<OccasionSource, 'home' | 'district'>,
  now: Date,
): Promise<string | undefined> {
  const runs = await readRuns(home, lookBack, now, {
    ...surroundingsHere(now),
    stillRuns: (mark) => mark.pid !== process.pid && stillRuns(mark),
  });
  const open = runs.find(({ state }) => state === 'running');
  if (!open) return undefined;
  const since = localWords(district.time_zone, new Date(open.started_at));
  return `refresh ${open.id} goes on since ${since}`;
}
