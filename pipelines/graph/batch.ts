import type { RunEnd, StepState } from './execute.ts';

/** How one of several runs came out: as a run ends, or not begun, since one goes on already or its files are not there. */
export type ItemEnd = RunEnd | 'skipped' | 'no_files';

/** What one of several runs came to, in so few words that hundreds of them travel together. */
export interface ItemResult {
  /** Its place in the list of runs. */
  readonly place: number;
  readonly end: ItemEnd;
  readonly edition?: string;
  /** Whether readers see that edition. */
  readonly outcome?: string;
  /** Steps. */
  readonly made?: number;
  readonly reused?: number;
  /** Of a run that did not end well, or was not begun: the reason. */
  readonly why?: string;
}

/** A run that has ended, as either engine tells of it. */
export interface EndedRun {
  readonly end: RunEnd;
  readonly states: Readonly<Partial<Record<StepState, number>>>;
  readonly failures: readonly {
    readonly name: string;
    readonly facts: { readonly message: string };
  }[];
  readonly published: { readonly edition: string; readonly outcome: string } | null;
}

/** What a run came to that was stopped. */
export function stoppedItem(place: number): ItemResult {
  return { place, end: 'cancelled', why: 'before its end' };
}

/** Shortens what a run came to. */
export function itemResult(place: number, run: EndedRun): ItemResult {
  const { end, states, failures, published } = run;
  if (end === 'cancelled') return stoppedItem(place);
  const [first] = failures;
  return {
    place,
    end,
    ...(published ? { edition: published.edition, outcome: published.outcome } : {}),
    made: states.made ?? 0,
    reused: states.reused ?? 0,
    ...(first ? { why: `${first.name}: ${first.facts.message}` } : {}),
  };
}

/** The same result with a reason of at most so many characters. */
export function shortened(result: ItemResult, most: number): ItemResult {
  const why = result.why?.replaceAll(/\s+/g, ' ');
  if (why === undefined) return result;
  return { ...result, why: why.length > most ? `${why.slice(0, most - 1)}…` : why };
}

/**
 * Hands out items in their order, at most `window` at once, for as long as `more` says so, and waits for those that
 * were handed out; returns how many. Pure but for `make`, which must not throw.
 */
export async function runWindow<Item>(
  items: readonly Item[],
  window: number,
  make: (item: Item, place: number) => Promise<void>,
  more: () => boolean,
): Promise<number> {
  const running = new Set<Promise<void>>();
  let given = 0;
  for (;;) {
    while (running.size < window && more()) {
      const item = items[given];
      if (item === undefined) break;
      const ended: Promise<void> = make(item, given).then(() => {
        running.delete(ended);
      });
      running.add(ended);
      given += 1;
    }
    if (running.size === 0) return given;
    await Promise.race(running);
  }
}
