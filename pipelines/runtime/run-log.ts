import { randomUUID } from 'node:crypto';
import { appendFileSync, closeSync, fstatSync, mkdirSync, openSync, readSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { StepState } from '../graph/execute.ts';
import { isFailure, namesIn } from './files.ts';
import { mergeParts } from './merge-parts.ts';
import { markOf, type ProcessMark } from './processes.ts';

/**
 * What made a refresh start. `catch_up` is a schedule's time that was missed, `batch` one of several districts, `files`
 * a complete set of new files; `check` publishes nothing.
 */
export type Trigger = 'manual' | 'schedule' | 'catch_up' | 'backfill' | 'batch' | 'check' | 'files';

/** What a run is, told once at its start. */
export interface RunAbout {
  readonly engine: 'embedded' | 'temporal';
  readonly trigger: Trigger;
  /** The id of the schedule that started it. */
  readonly schedule: string | null;
  /** The fiscal years that a backfill is of. */
  readonly years: readonly number[] | null;
  /** Of a run that new files have started: the digest of the set; logs that are older than the line lack it. */
  readonly files?: string | null;
  readonly host: string;
  /** The process of an embedded run, so that one that died can be told from one that goes on. */
  readonly process: ProcessMark | null;
}

/** One change of state, of a step or of the run itself, as a line of `runs/<run>.jsonl`. */
export interface RunEvent {
  /** The format of the line. */
  readonly v: 1;
  /** Counts the lines of one writer's life: a worker that starts again begins at 1. */
  readonly seq: number;
  /** When, in UTC. */
  readonly at: string;
  readonly run_id: string;
  /** `run_skipped` stands alone: a scheduled start that found a refresh going on. */
  readonly event: 'run_started' | 'step' | 'run_ended' | 'run_skipped';
  readonly asset: string | null;
  readonly partition: string | null;
  /** How a person calls the step, such as `ledger GL_FY2024.csv`. */
  readonly name: string | null;
  readonly state: StepState | null;
  /** In words: what changed since the step was last made, or what blocks it. */
  readonly why: string | null;
  /** The step's key in the store; of `publish` and of the run's end, the edition. */
  readonly key: string | null;
  /** Rows written; of a check, the offending ones. */
  readonly rows: number | null;
  readonly ms: number | null;
  readonly error: string | null;
  /** Of `run_started` and `run_skipped`. */
  readonly about: RunAbout | null;
}

export type EventDetails = Partial<Omit<RunEvent, 'v' | 'seq' | 'at' | 'run_id' | 'event'>>;

/**
 * The id of a run that starts now; ids sort by when their runs started. Of the mark its end counts: a server's own ids
 * begin with the time, which two runs of one second have in common.
 */
export function newRunId(now: Date, mark: string = randomUUID()): string {
  const stamp = now.toISOString().replaceAll(/[-:]|\.\d+/g, '');
  return `${stamp}-${mark.slice(-8)}`;
}

/** What a run in this process is. */
export function aboutThisProcess(
  trigger: Trigger,
  schedule: string | null,
  years: readonly number[] | null,
  files: string | null = null,
): RunAbout {
  const mark = markOf(process.pid) ?? null;
  return { engine: 'embedded', trigger, schedule, years, files, host: hostname(), process: mark };
}

/**
 * Writes the log of one run, a line at a time, so that `status` can follow it and a kill loses nothing. Where several
 * processes work on one run, each writes a part of its own, `<run>.<writer>.jsonl`: two hosts cannot append to one
 * file of a shared folder without losing lines.
 */
export class RunLog {
  private readonly file: string;
  private seq = 0;
  /** Whether the file ends in part of a line, which the next one must not be joined to. */
  private torn: boolean;

  constructor(
    home: string,
    readonly runId: string,
    writer?: string,
    private readonly now: () => Date = () => new Date(),
  ) {
    const folder = join(home, 'runs');
    mkdirSync(folder, { recursive: true });
    this.file = join(folder, `${[runId, writer].filter(Boolean).join('.')}.jsonl`);
    this.torn = endsInPartOfALine(this.file);
  }

  write(event: RunEvent['event'], details: EventDetails = {}): RunEvent {
    this.seq += 1;
    const line: RunEvent = {
      v: 1,
      seq: this.seq,
      at: this.now().toISOString(),
      run_id: this.runId,
      event,
      asset: null,
      partition: null,
      name: null,
      state: null,
      why: null,
      key: null,
      rows: null,
      ms: null,
      error: null,
      about: null,
      ...details,
    };
    const before = this.torn ? '\n' : '';
    // A disk that is full takes a part of it.
    this.torn = true;
    appendFileSync(this.file, `${before}${JSON.stringify(line)}\n`);
    this.torn = false;
    return line;
  }
}

/** How a person calls the step that an event is about. */
export function nameOfEvent({ name, asset, partition }: RunEvent): string {
  return name ?? [asset, partition === 'all' ? null : partition].filter(Boolean).join(' ');
}

/** The ids of all runs in this home, the oldest first. */
export async function listRuns(home: string): Promise<readonly string[]> {
  const names = (await namesIn(join(home, 'runs'))).filter((name) => name.endsWith('.jsonl'));
  return [...new Set(names.map((name) => name.slice(0, name.indexOf('.'))))].sort();
}

/** The events of a run, all parts together, in order; a line that is cut off by a kill is left out. */
export async function readRun(home: string, runId: string): Promise<readonly RunEvent[]> {
  const folder = join(home, 'runs');
  const parts = (await namesIn(folder)).filter(
    (name) => name.startsWith(`${runId}.`) && name.endsWith('.jsonl'),
  );
  const texts = await Promise.all(parts.map((name) => readFile(join(folder, name), 'utf8')));
  const events = texts.map((text) => text.split('\n').flatMap(parseLine));
  return events.length < 2 ? events.flat() : mergeParts(events);
}

function endsInPartOfALine(file: string): boolean {
  try {
    const open = openSync(file, 'r');
    try {
      const { size } = fstatSync(open);
      const last = Buffer.alloc(1);
      return size > 0 && readSync(open, last, 0, 1, size - 1) === 1 && last.toString() !== '\n';
    } finally {
      closeSync(open);
    }
  } catch (error) {
    if (isFailure(error, 'ENOENT')) return false;
    throw error;
  }
}

/** A killed writer leaves part of a line; its next start, of the same part, goes on below it. */
function parseLine(line: string): RunEvent[] {
  if (line === '') return [];
  try {
    return [JSON.parse(line) as RunEvent];
  } catch {
    return [];
  }
}
