import type { RunEvent } from '../../runtime/run-log.ts';
import { stillRuns } from '../../runtime/processes.ts';
import { linesWith, logTexts } from '../log-lines.ts';

/** What the refreshes of a home have read so far. */
export interface LastRead {
  /** The sets of files, by digest, that arrivals have started a refresh for, and how often. */
  readonly started: ReadonlyMap<string, number>;
  /** The files of the last refresh that was planned, `<source>/<file key>`; null when there was none. */
  readonly labels: ReadonlySet<string> | null;
  /** Whether the last start for an arrival was cut off, as by a power cut, so that its set is still to be read. */
  readonly interrupted: boolean;
}

/** Logs that are looked through; of an older start nobody asks any more. */
const lookBack = 200;

/** Looks through the run logs, the newest first, until it has found a refresh of all files. */
export async function findLastRead(home: string): Promise<LastRead> {
  const started = new Map<string, number>();
  let interrupted: boolean | undefined;
  let seen = 0;
  for await (const texts of logTexts(home)) {
    seen += 1;
    if (seen > lookBack) break;
    const start = texts.flatMap((text) => linesWith(text, '"event":"run_started"'))[0];
    const files = start?.about?.files ?? null;
    if (files !== null) {
      started.set(files, (started.get(files) ?? 0) + 1);
      interrupted ??= start !== undefined && wasCutOff(start, texts);
    }
    const labels = readBy(texts);
    if (labels !== null) return { started, labels, interrupted: interrupted ?? false };
  }
  return { started, labels: null, interrupted: interrupted ?? false };
}

/** What a refresh of everything has read: none of a backfill, a selection, or one that was never planned. */
function readBy(texts: readonly string[]): ReadonlySet<string> | null {
  const whole = texts.some((text) => text.includes('"asset":"publish"'));
  if (!whole || texts.some((text) => text.includes('"trigger":"backfill"'))) return null;
  const steps = texts.flatMap((text) => linesWith(text, '"asset":"staging.'));
  return new Set(steps.flatMap(({ partition }) => labelsOf(partition ?? '')));
}

/** A file, and those in which rows of it are sent again: `ledger/1a+2b` is `ledger/1a` and `ledger/2b`. */
function labelsOf(partition: string): readonly string[] {
  const [source = '', keys] = partition.split('/');
  return keys === undefined ? [] : keys.split('+').map((key) => `${source}/${key}`);
}

/** A run of a process that is no more, without an end; on a server nothing is lost. */
function wasCutOff({ about }: RunEvent, texts: readonly string[]): boolean {
  const mark = about?.process ?? null;
  if (mark === null || texts.some((text) => text.includes('"event":"run_ended"'))) return false;
  return !stillRuns(mark);
}
