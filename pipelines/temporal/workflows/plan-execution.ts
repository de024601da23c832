import {
  ActivityFailure,
  ApplicationFailure,
  CancellationScope,
  isCancellation,
} from '@temporalio/workflow';
import {
  type Driver,
  type ExecutableStep,
  executePlan,
  runEndOf,
  type StepEnd,
  type StepState,
} from '../../graph/execute.ts';
import type { Failure } from '../../refresh/failure.ts';
import type {
  EndTask,
  Keys,
  PlannedRun,
  PublishReceipt,
  RefreshProgress,
  RefreshReport,
  RunReference,
} from '../payloads.ts';
import { compute, site } from './activity-stubs.ts';

/** The one step that has no place in the store. */
const publishId = 'publish@all';

/** What a worker of another version says. */
const codeChangedType = 'CodeChanged';

/** A worker takes as many as it has slots; more than these would only wait in its queue. */
const limits = { compute: 48, site: 1 } as const;

/** A message holds 64 KB; what so many steps say tells what is wrong. */
const mostTold = 40;

/** The plan's own executor, with an activity for each step. */
export class PlanExecution implements Driver<ExecutableStep> {
  private readonly keys = new Map<string, string>();
  private readonly states = new Map<string, StepState>();
  private readonly causes = new Map<string, string>();
  private readonly failures: Failure[] = [];
  private readonly lost: [string, StepState, string | null][] = [];
  private published: PublishReceipt | undefined;
  private stopped = false;
  private codeChanged = false;

  constructor(readonly run: PlannedRun) {}

  /** Executes the plan; undefined when it was drawn up by another version of the program, and it may be drawn up `again`. */
  async execute(again: boolean): Promise<RefreshReport | undefined> {
    const scope = CancellationScope.current();
    scope.cancelRequested.catch(() => (this.stopped = true));
    const started = Date.now();
    const steps = this.run.steps.map(([id, pool, after]) => ({
      id,
      pool,
      after: after.map((place) => this.run.steps[place]?.[0] ?? ''),
    }));
    await executePlan(steps, limits, this);
    if (this.codeChanged && again && !this.stopped) return undefined;
    return CancellationScope.nonCancellable(() => this.end(Date.now() - started));
  }

  cancelled(): boolean {
    return this.stopped || this.codeChanged;
  }

  changed(step: ExecutableStep, state: StepState, cause?: string): void {
    this.states.set(step.id, state);
    if (cause !== undefined) this.causes.set(step.id, cause);
  }

  async make(step: ExecutableStep): Promise<StepEnd> {
    try {
      if (step.id === publishId) return await this.publish(step);
      const queue = step.pool === 'site' ? site : compute;
      const receipt = await queue.makeStep.executeWithOptions({ activityId: step.id }, [
        { ...this.reference(), step: step.id, inputs: this.keysOf(step.after) },
      ]);
      this.keys.set(step.id, receipt.key);
      if (receipt.failure) this.failures.push(receipt.failure);
      return receipt.end;
    } catch (error) {
      return this.failedStep(step, error);
    }
  }

  progress(): RefreshProgress {
    const running = [...this.states].flatMap(([id, state]) => (state === 'running' ? [id] : []));
    const { runId, steps } = this.run;
    return { runId, steps: steps.length, states: this.counts(), running: running.slice(0, 8) };
  }

  private async publish({ after }: ExecutableStep): Promise<StepEnd> {
    const { seen } = this.run;
    const keys = this.keysOf(after);
    this.published = await compute.publish.executeWithOptions({ activityId: publishId }, [
      { ...this.reference(), seen, keys },
    ]);
    return this.published.end;
  }

  private failedStep(step: ExecutableStep, error: unknown): StepEnd {
    if (isCancellation(error)) {
      this.lost.push([step.id, 'cancelled', null]);
      return 'cancelled';
    }
    const cause = error instanceof ActivityFailure ? error.cause : error;
    const [failure] = cause instanceof ApplicationFailure ? (cause.details ?? []) : [];
    if (cause instanceof ApplicationFailure && cause.type === codeChangedType) {
      this.codeChanged = true;
    }
    // Without details the server has given it up, as after a worker that never came back.
    const said = cause instanceof Error ? cause.message : 'It could not be made.';
    const known = (failure as Failure | undefined) ?? lostFailure(step.id, said);
    this.lost.push([step.id, 'failed', known.facts.message]);
    this.failures.push(known);
    return 'failed';
  }

  private async end(ms: number): Promise<RefreshReport> {
    // Steps that were not begun any more because of another version were not stopped by anyone.
    const refused = this.codeChanged && !this.stopped;
    const end = refused ? 'failed' : runEndOf(this.states.values());
    const edition = this.published?.edition ?? null;
    const untried = this.untried();
    const lost = this.lost.slice(0, mostTold);
    // A log that cannot be written, as on a full disk, takes nothing from what the run has come to.
    await compute
      .endRun({ ...this.reference(), end, edition, untried, lost, ms })
      .catch(() => undefined);
    return {
      format: 1,
      run: this.reference(),
      end,
      states: this.counts(),
      failures: end === 'cancelled' ? [] : this.failures.slice(0, mostTold),
      published: this.published
        ? { edition: this.published.edition, outcome: this.published.outcome }
        : null,
      siteBuilt: this.published?.siteBuilt ?? false,
    };
  }

  private untried(): EndTask['untried'] {
    const places = new Map(this.run.steps.map(([id], place) => [id, place]));
    const tried = new Set([...this.keys.keys(), ...this.lost.map(([id]) => id)]);
    return this.run.steps.flatMap(([id], place): EndTask['untried'] => {
      const state = this.states.get(id);
      if ((state !== 'blocked' && state !== 'cancelled') || tried.has(id)) return [];
      return [[place, state, places.get(this.causes.get(id) ?? '') ?? null]];
    });
  }

  private reference(): RunReference {
    const { district, runId, order } = this.run;
    return { district, runId, order };
  }

  private keysOf(ids: readonly string[]): Keys {
    return ids.flatMap((id) => {
      const key = this.keys.get(id);
      return key === undefined ? [] : [[id, key] as const];
    });
  }

  private counts(): RefreshReport['states'] {
    const counts: Partial<Record<StepState, number>> = {};
    for (const state of this.states.values()) counts[state] = (counts[state] ?? 0) + 1;
    return counts;
  }
}

/** What is known of a step that the server has given up. */
function lostFailure(step: string, message: string): Failure {
  const fix = 'Look at the worker and its host, and refresh again.';
  const facts = { code: 'step_lost', what: message, fix, where: {}, exit: 1 as const, message };
  return { step, name: step, facts };
}
