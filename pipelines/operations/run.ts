import type { StepState } from '../graph/execute.ts';
import type { ProcessMark } from '../runtime/processes.ts';
import { nameOfEvent, type RunAbout, type RunEvent } from '../runtime/run-log.ts';

/** How a run ended, or where it is. `no_news`: nothing was heard for an hour of a run that cannot be asked. */
export type RunState =
  'made' | 'failed' | 'blocked' | 'cancelled' | 'running' | 'interrupted' | 'no_news' | 'skipped';

/** One step of a run, as it stands after its last change of state. */
export interface RunStep {
  readonly asset: string;
  readonly partition: string;
  /** How a person calls it. */
  readonly name: string;
  readonly state: StepState;
  readonly why: string | null;
  /** Rows written; of a check, the offending ones. */
  readonly rows: number | null;
  readonly ms: number | null;
  readonly error: string | null;
}

/** A run as its log tells it. */
export interface Run {
  readonly id: string;
  readonly engine: RunAbout['engine'];
  readonly trigger: RunAbout['trigger'];
  readonly schedule: string | null;
  readonly years: readonly number[] | null;
  readonly started_at: string;
  readonly ended_at: string | null;
  readonly last_event_at: string;
  readonly ms: number | null;
  readonly state: RunState;
  /** Of a skipped run: why. */
  readonly why: string | null;
  /** What went wrong outside of any step. */
  readonly error: string | null;
  /** The edition that it made. */
  readonly edition: string | null;
  readonly steps: readonly RunStep[];
}

/** What a log cannot say of itself. */
export interface Surroundings {
  readonly now: Date;
  readonly host: string;
  readonly stillRuns: (mark: ProcessMark) => boolean;
}

const anHour = 3_600_000;

/** Reads a run from the events of its log; `undefined` when there are none. */
export function describeRun(
  events: readonly RunEvent[],
  surroundings: Surroundings,
): Run | undefined {
  const [first] = events;
  if (!first) return undefined;
  const last = events.reduce((latest, event) => (event.at >= latest.at ? event : latest), first);
  const start = events.find(({ event }) => event === 'run_started' || event === 'run_skipped');
  const end = events.findLast(({ event }) => event === 'run_ended');
  // Logs that are older than the line have no such part.
  const about = start?.about ?? undefined;
  const started = start ?? first;
  return {
    id: first.run_id,
    engine: about?.engine ?? 'embedded',
    trigger: about?.trigger ?? 'manual',
    schedule: about?.schedule ?? null,
    years: about?.years ?? null,
    started_at: started.at,
    ended_at: end?.at ?? null,
    last_event_at: last.at,
    ms: end ? (end.ms ?? Date.parse(end.at) - Date.parse(started.at)) : null,
    state: end ? endOf(end) : stateOfOpen(start, last, surroundings),
    why: start?.event === 'run_skipped' ? start.why : null,
    error: end?.error ?? null,
    edition: end?.key ?? null,
    steps: stepsOf(events),
  };
}

/** Whether the run made an edition from all files: a selection of steps does not. */
export function endedWell({ state, edition }: Pick<Run, 'state' | 'edition'>): boolean {
  return state === 'made' && edition !== null;
}

export function stepsIn(run: Run, state: StepState): readonly RunStep[] {
  return run.steps.filter((step) => step.state === state);
}

/** The steps that stopped the run, in words of their own; a step that only waited for one of them has none. */
export function troubles(run: Run): readonly { readonly step: string; readonly error: string }[] {
  const steps = run.steps
    .filter(({ state }) => state === 'failed' || state === 'blocked')
    .flatMap(({ name, error }) => (error === null ? [] : [{ step: name, error }]));
  return run.error === null ? steps : [...steps, { step: 'the refresh', error: run.error }];
}

/** The rows that broke each check, over all years that it was asked of; a check that did not end is not in here. */
export function offendersOf({ steps }: Run): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { asset, state, rows } of steps) {
    const ended = state === 'made' || state === 'reused' || state === 'blocked';
    if (!asset.startsWith('checks.') || !ended || rows === null) continue;
    found.set(asset, (found.get(asset) ?? 0) + rows);
  }
  return found;
}

function endOf({ state }: RunEvent): RunState {
  return state === 'failed' || state === 'blocked' || state === 'cancelled' ? state : 'made';
}

function stateOfOpen(
  start: RunEvent | undefined,
  last: RunEvent,
  { now, host, stillRuns }: Surroundings,
): RunState {
  if (start?.event === 'run_skipped') return 'skipped';
  const about = start?.about;
  if (about?.process && about.host === host) {
    return stillRuns(about.process) ? 'running' : 'interrupted';
  }
  return now.getTime() - Date.parse(last.at) > anHour ? 'no_news' : 'running';
}

/** In the order in which they were planned. */
function stepsOf(events: readonly RunEvent[]): readonly RunStep[] {
  const latest = new Map<string, RunStep>();
  for (const event of events) {
    const { asset, partition, state, why, rows, ms, error } = event;
    if (event.event !== 'step' || asset === null || state === null) continue;
    const step = {
      asset,
      partition: partition ?? 'all',
      name: nameOfEvent(event),
      state,
      why,
      rows,
      ms,
      error,
    };
    latest.set(`${asset}@${step.partition}`, step);
  }
  return [...latest.values()];
}
