import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { namesIn } from '../runtime/files.ts';
import type { RunEvent } from '../runtime/run-log.ts';

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
  const folder = join(home, 'runs');
  const missing = new Set(sourceIds);
  const sources = new Map<string, string>();
  let refresh: string | null = null;
  for (const parts of (await logsOf(folder)).reverse()) {
    if (missing.size === 0 && refresh !== null) break;
    const texts = await Promise.all(parts.map((name) => readFile(join(folder, name), 'utf8')));
    const events = texts.flatMap(tellingLines);
    if (!texts.some(isBackfill)) refresh ??= events.find(isGoodEnd)?.at ?? null;
    for (const { partition, at } of events.filter(isNewFile)) {
      const source = sourceOf(partition);
      if (missing.delete(source)) sources.set(source, at);
    }
  }
  return { refresh, sources };
}

/** The files of each run, the oldest run first. */
async function logsOf(folder: string): Promise<string[][]> {
  const runs = new Map<string, string[]>();
  for (const name of await namesIn(folder)) {
    if (!name.endsWith('.jsonl')) continue;
    const id = name.slice(0, name.indexOf('.'));
    runs.set(id, [...(runs.get(id) ?? []), name]);
  }
  return [...runs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, parts]) => parts);
}

/** The lines of a step that was made and of a run that ended; a line that a kill cut off is no JSON. */
function tellingLines(text: string): readonly RunEvent[] {
  const found: RunEvent[] = [];
  const mark = '"state":"made"';
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) {
    const line = text.slice(text.lastIndexOf('\n', at) + 1, endOfLine(text, at));
    if (!line.includes('"asset":"staging.') && !line.includes('"event":"run_ended"')) continue;
    try {
      found.push(JSON.parse(line) as RunEvent);
    } catch {
      continue;
    }
  }
  return found;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
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

/** A file that was only read again, because the program or a setting changed, is none that is new. */
function isNewFile({ event, partition, state, why }: RunEvent): boolean {
  const source = sourceOf(partition);
  if (event !== 'step' || state !== 'made' || source === '') return false;
  const news = new RegExp(`^${source}( FY\\d{4})? (changed|is new)$`);
  const reasons = (why ?? '').replace(/ and \d+ more$/, '').split(', ');
  return reasons.some((reason) => reason === 'new' || news.test(reason));
}

/** The partition of a staged file is `<source>/<file key>`; lists and settings have none. */
function sourceOf(partition: string | null): string {
  return partition?.includes('/') === true ? (partition.split('/')[0] ?? '') : '';
}
