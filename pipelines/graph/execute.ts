import type { Pool } from './asset.ts';

export type StepState =
  'planned' | 'running' | 'made' | 'reused' | 'failed' | 'blocked' | 'cancelled';

/** How a step can end when it was tried; `blocked` is a check that keeps what depends on it from being made. */
export type StepEnd = 'made' | 'reused' | 'failed' | 'blocked' | 'cancelled';

/** What the executor needs to know of a step. */
export interface ExecutableStep {
  readonly id: string;
  readonly pool: Pool;
  /** Ids of all steps that must have ended well before this one starts. */
  readonly after: readonly string[];
}

/** What the place that executes a plan brings: this process, or a workflow and its activities. */
export interface Driver<Step extends ExecutableStep> {
  /** Makes one step. It does not throw: what went wrong is the driver's to keep, the state says that it did. */
  make(step: Step): Promise<StepEnd>;
  /** Told of every change of state; `cause` is the id of the step that blocks this one. */
  changed(step: Step, state: StepState, cause?: string): void;
  /** Whether no further step may start. */
  cancelled(): boolean;
}

/**
 * Runs a plan: each step as soon as all that it needs has ended well and its pool has room.
 * A step that failed, or a check that blocks, blocks what depends on it; all other branches finish.
 *
 * Pure but for its driver: no clock, no randomness, no input or output, and steps start in the order of the plan.
 */
export async function executePlan<Step extends ExecutableStep>(
  steps: readonly Step[],
  limits: Readonly<Record<Pool, number>>,
  driver: Driver<Step>,
): Promise<ReadonlyMap<string, StepState>> {
  const states = new Map<string, StepState>();
  const running = new Map<string, Promise<void>>();
  const busy: Record<Pool, number> = { compute: 0, site: 0 };

  const enter = (step: Step, state: StepState, cause?: string): void => {
    states.set(step.id, state);
    driver.changed(step, state, cause);
  };
  const start = (step: Step): void => {
    busy[step.pool] += 1;
    enter(step, 'running');
    const ended = driver.make(step).then((end) => {
      busy[step.pool] -= 1;
      running.delete(step.id);
      enter(step, end);
    });
    running.set(step.id, ended);
  };

  for (const step of steps) enter(step, 'planned');
  for (;;) {
    for (const step of steps) {
      if (states.get(step.id) !== 'planned') continue;
      const cause = step.after.find((id) => endedBadly(states.get(id)));
      if (driver.cancelled()) enter(step, 'cancelled');
      else if (cause !== undefined) enter(step, 'blocked', cause);
      else if (step.after.every((id) => endedWell(states.get(id)))) {
        if (busy[step.pool] < limits[step.pool]) start(step);
      }
    }
    if (running.size === 0) return states;
    await Promise.race(running.values());
  }
}

/** A step that is not in the plan was left out because what needs it does not need it made. */
function endedWell(state: StepState | undefined): boolean {
  return state === undefined || state === 'made' || state === 'reused';
}

function endedBadly(state: StepState | undefined): boolean {
  return state === 'failed' || state === 'blocked' || state === 'cancelled';
}

/** How a run ends, by the states of its steps. */
export type RunEnd = 'made' | 'failed' | 'blocked' | 'cancelled';

/** A failure counts more than a check that blocks; a run that was stopped is neither. */
export function runEndOf(states: Iterable<StepState>): RunEnd {
  const met = new Set(states);
  for (const end of ['cancelled', 'failed', 'blocked'] as const) if (met.has(end)) return end;
  return 'made';
}
