import { type ItemResult, itemResult, runWindow, stoppedItem } from '../graph/batch.ts';
import {
  type BatchFollower,
  type BatchItem,
  type BatchJob,
  noFilesCode,
  requestOf,
} from '../refresh/batch.ts';
import { factsOf } from '../refresh/failure.ts';
import type { EmbeddedPlace } from '../refresh/request.ts';
import { bytesIn } from '../runtime/memory.ts';
import { refresh } from './refresh.ts';

/**
 * Runs several refreshes in this process, at most `window` at once, and gives a result of each: one that fails stops
 * no other. When the place's signal aborts, those that go on are stopped and no further one is begun.
 */
export async function runBatch(
  job: BatchJob,
  place: EmbeddedPlace,
  { started, ended }: BatchFollower,
  /** What makes a refresh; the embedded runner, but for tests. */
  make: typeof refresh = refresh,
): Promise<readonly ItemResult[]> {
  const results: ItemResult[] = [];
  const share = shareOf(place, Math.min(job.window, job.items.length));
  const run = async (item: BatchItem, at: number): Promise<void> => {
    started(item);
    const result = await runItem(job, item, at, share, make);
    results.push(result);
    ended(item, result);
  };
  await runWindow(job.items, job.window, run, () => !place.signal.aborted);
  return results.sort((a, b) => a.place - b.place);
}

async function runItem(
  job: BatchJob,
  item: BatchItem,
  at: number,
  place: EmbeddedPlace,
  make: typeof refresh,
): Promise<ItemResult> {
  try {
    return itemResult(at, await make(requestOf(job, item), place));
  } catch (error) {
    if (place.signal.aborted) return stoppedItem(at);
    const { code, message: why } = factsOf(error);
    return { place: at, end: code === noFilesCode ? 'no_files' : 'failed', why };
  }
}

/** What one of several refreshes may use of this process. */
function shareOf(place: EmbeddedPlace, window: number): EmbeddedPlace {
  const { threads, memoryLimit } = place;
  const bytes = memoryLimit === undefined ? undefined : bytesIn(memoryLimit);
  return {
    ...place,
    threads: Math.max(1, Math.floor(threads / window)),
    memoryLimit: bytes === undefined ? memoryLimit : `${Math.floor(bytes / window / 1e6)}MB`,
  };
}
