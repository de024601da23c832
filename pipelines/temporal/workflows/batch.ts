import {
  allHandlersFinished,
  CancellationScope,
  CancelledFailure,
  condition,
  continueAsNew,
  defineQuery,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { type ItemResult, runWindow, shortened } from '../../graph/batch.ts';
import type { BatchItem } from '../../refresh/batch.ts';
import type { BatchInput, BatchProgress } from '../payloads.ts';
import { makeItem } from './batch-item.ts';
import { pagesOf, roomForReason } from './batch-pages.ts';

/** Where a batch is. */
export const batchProgressQuery = defineQuery<BatchProgress>('batchProgress');

/**
 * Several refreshes, at most so many at once, each as a child: the districts of a folder, or the fiscal years of a
 * backfill. A child that fails is a result, and stops no other. The items come in pages, and each is begun once, in order.
 *
 * A history that has grown long is ended between two children and gone on with in a new one.
 */
export async function batch(
  input: BatchInput,
  ...pages: readonly (readonly BatchItem[])[]
): Promise<readonly ItemResult[]> {
  const items = pages.flat();
  const { count, window } = input;
  const first = count - items.length;
  const most = roomForReason(count);
  const results = [...input.results];
  const running = new Set<number>();
  setHandler(batchProgressQuery, () => ({ count, running: [...running], results }));
  let stopped = false;
  CancellationScope.current().cancelRequested.catch(() => (stopped = true));

  const more = (): boolean => {
    // However short a history the server suggests, every run of this workflow begins a child.
    const fresh = running.size === 0 && results.length === input.results.length;
    return !stopped && (fresh || !workflowInfo().continueAsNewSuggested);
  };
  const make = async (item: BatchItem, at: number): Promise<void> => {
    const place = first + at;
    running.add(place);
    results.push(shortened(await makeItem(input, item, place), most));
    running.delete(place);
  };
  const begun = await runWindow(items, window, make, more);
  if (stopped) throw new CancelledFailure('The refreshes were stopped.');
  if (begun === items.length) return results;
  await condition(allHandlersFinished);
  return continueAsNew<typeof batch>({ ...input, results }, ...pagesOf(items.slice(begun)));
}
