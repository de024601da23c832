import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StepState } from '../graph/execute.ts';
import { namesIn } from './files.ts';

/** One change of state, of a step or of the run itself, as a line of `runs/<run>.jsonl`. */
export interface RunEvent {
  /** The format of the line. */
  readonly v: 1;
  readonly seq: number;
  /** When, in UTC. */
  readonly at: string;
  readonly run_id: string;
  readonly event: 'run_started' | 'step' | 'run_ended';
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
}

export type EventDetails = Partial<Omit<RunEvent, 'v' | 'seq' | 'at' | 'run_id' | 'event'>>;

/** Writes the log of one run, a line at a time, so that `status` can follow it and a kill loses nothing. */
export class RunLog {
  readonly runId: string;
  private readonly descriptor: number;
  private seq = 0;

  constructor(
    home: string,
    private readonly now: () => Date = () => new Date(),
  ) {
    const folder = join(home, 'runs');
    mkdirSync(folder, { recursive: true });
    const stamp = now()
      .toISOString()
      .replaceAll(/[-:]|\.\d+/g, '');
    this.runId = `${stamp}-${process.pid}`;
    this.descriptor = openSync(join(folder, `${this.runId}.jsonl`), 'a');
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
      ...details,
    };
    writeSync(this.descriptor, `${JSON.stringify(line)}\n`);
    return line;
  }

  close(): void {
    closeSync(this.descriptor);
  }
}

/** How a person calls the step that an event is about. */
export function nameOfEvent({ name, asset, partition }: RunEvent): string {
  return name ?? [asset, partition === 'all' ? null : partition].filter(Boolean).join(' ');
}

/** The events of the last run in this home, in order; none when there was no run. A line cut by a kill is left out. */
export async function readLastRun(home: string): Promise<RunEvent[]> {
  const folder = join(home, 'runs');
  const last = (await namesIn(folder)).filter((name) => name.endsWith('.jsonl')).at(-1);
  if (last === undefined) return [];
  const lines = (await readFile(join(folder, last), 'utf8')).split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line) as RunEvent);
}
