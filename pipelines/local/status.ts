import type { StepState } from '../graph/execute.ts';
import { Editions } from '../runtime/editions.ts';
import { markOf } from '../runtime/processes.ts';
import type { Pointer } from '../runtime/pointer.ts';
import { nameOfEvent, readLastRun, type RunEvent } from '../runtime/run-log.ts';

export interface RunStatus {
  readonly run_id: string;
  /** `interrupted` when its log just ends and its process is gone. */
  readonly state: string;
  readonly started_at: string;
  readonly last_event_at: string;
  readonly steps: Readonly<Partial<Record<StepState, number>>>;
  readonly made: readonly { readonly step: string; readonly why: string }[];
  readonly failed: readonly { readonly step: string; readonly error: string }[];
}

export interface Status {
  readonly current: Pointer | undefined;
  readonly site_built: boolean;
  readonly run: RunStatus | undefined;
}

/** What readers of a district see, and its last run, from the files of its home; it changes nothing. */
export async function describeStatus(home: string): Promise<Status> {
  const editions = new Editions(home);
  const current = await editions.pointer.read();
  return {
    current,
    site_built: current !== undefined && (await editions.hasSite(current.edition)),
    run: describeRun(await readLastRun(home)),
  };
}

function describeRun(events: readonly RunEvent[]): RunStatus | undefined {
  const [first] = events;
  const last = events.at(-1);
  if (!first || !last) return undefined;
  const latest = new Map<string, RunEvent>();
  for (const event of events) {
    if (event.event === 'step') latest.set(nameOfEvent(event), event);
  }
  const steps: Partial<Record<StepState, number>> = {};
  for (const { state } of latest.values()) {
    if (state) steps[state] = (steps[state] ?? 0) + 1;
  }
  const inState = (state: StepState) => [...latest].filter(([, event]) => event.state === state);
  return {
    run_id: first.run_id,
    state: last.event === 'run_ended' ? (last.state ?? 'ended') : stateOfOpenRun(first.run_id),
    started_at: first.at,
    last_event_at: last.at,
    steps,
    made: inState('made').map(([step, { why }]) => ({ step, why: why ?? '' })),
    failed: [
      ...inState('failed').map(([step, { error }]) => ({ step, error: error ?? '' })),
      ...(last.event === 'run_ended' && last.error !== null
        ? [{ step: 'the run', error: last.error }]
        : []),
    ],
  };
}

/** A run's id ends with the number of its process. */
function stateOfOpenRun(runId: string): string {
  return markOf(Number(runId.split('-').at(-1))) ? 'running' : 'interrupted';
}
