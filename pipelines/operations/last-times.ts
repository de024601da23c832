import type { RunEvent } from '../runtime/run-log.ts';
import { linesWith, logTexts } from './log-lines.ts';

/** When a home last had what readers wait for. */
export interface LastTimes {
  /** When the last refresh ended well. */
  readonly refresh: string | null;
  /** By source: when a file of it was last new. */
  readonly sources: ReadonlyMap<string, string>;
}

/**
 * Looks through the run logs, the newest first, for as long as something is still to be found. A list that comes
 * once a year takes it through a year of nights, so of each log only the few lines that can tell are parsed.
 */
export async function findLastTimes(
  home: string,
  sourceIds: readonly string[],
): Promise<LastTimes> {
  const sources = new Map(sourceIds.map((id) => [id, new Arrivals()]));
  const waits = (): boolean => [...sources.values()].some((arrivals) => !arrivals.isKnown());
  let refresh: string | null = null;
  for await (const texts of logTexts(home)) {
    if (refresh !== null && !waits()) break;
    const events = texts.flatMap(tellingLines);
    if (!texts.some(isBackfill)) refresh ??= events.find(isGoodEnd)?.at ?? null;
    for (const event of events) sources.get(sourceOf(event.partition))?.note(event);
  }
  const found = [...sources].flatMap(([id, arrivals]) => {
    const last = arrivals.last();
    return last === undefined ? [] : [[id, last] as const];
  });
  return { refresh, sources: new Map(found) };
}

/**
 * When the files of one source came, told by its steps from the newest to the oldest. A step that calls its file
 * changed is certain. One that is new to the store may be that after tidying up only: then an older one knows better.
 */
class Arrivals {
  /** By partition, which is another one for other content. */
  private readonly files = new Map<string, { readonly at: string; readonly certain: boolean }>();

  note({ event, partition, state, why, at }: RunEvent): void {
    if (event !== 'step' || state !== 'made' || partition === null) return;
    const known = this.files.get(partition);
    if (known?.certain === true) return;
    const reasons = (why ?? '').replace(/ and \d+ more$/, '').split(', ');
    const news = new RegExp(`^${sourceOf(partition)}( FY\\d{4})? (changed|is new)$`);
    const certain = reasons.some((reason) => news.test(reason));
    // A file that was only read again, because the program or a setting changed, is none that is new.
    if (known || certain || reasons.includes('new')) this.files.set(partition, { at, certain });
  }

  last(): string | undefined {
    return [...this.files.values()]
      .map(({ at }) => at)
      .sort()
      .at(-1);
  }

  /** Whether older steps can change nothing. */
  isKnown(): boolean {
    const last = this.last();
    return [...this.files.values()].some(({ at, certain }) => certain && at === last);
  }
}

/** The lines of a step that was made and of a run that ended. */
function tellingLines(text: string): readonly RunEvent[] {
  return linesWith(text, '"state":"made"', ['"asset":"staging.', '"event":"run_ended"']);
}

/** Earlier years make no map more recent. */
function isBackfill(text: string): boolean {
  const [first = ''] = text.slice(0, 1024).split('\n');
  return first.includes('"trigger":"backfill"');
}

/** A run of selected steps ends well too, and makes no edition. */
function isGoodEnd({ event, state, key }: RunEvent): boolean {
  return event === 'run_ended' && state === 'made' && key !== null;
}

/** The partition of a staged file is `<source>/<file key>`; lists and settings have none. */
function sourceOf(partition: string | null): string {
  return partition?.includes('/') === true ? (partition.split('/')[0] ?? '') : '';
}
