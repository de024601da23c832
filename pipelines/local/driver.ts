import { setTimeout as pause } from 'node:timers/promises';
import type { Driver, StepEnd, StepState } from '../graph/execute.ts';
import type { PlannedStep } from '../graph/plan.ts';
import { type Failure, factsOf } from '../refresh/failure.ts';
import { onOneThread, pauseAfter, retriesFor } from '../refresh/retries.ts';
import type { StepMaker, StepOutcome } from '../refresh/step-maker.ts';
import type { Run } from '../refresh/run.ts';
import type { EventDetails } from '../runtime/run-log.ts';
import type { StoredStep } from '../runtime/store.ts';

type Log = (step: PlannedStep, details: EventDetails) => void;

/** The one step that has no place in the store: it moves the pointer, or finds that it need not. */
type Publish = (
  stored: (id: string) => StoredStep | undefined,
) => Promise<{ readonly end: StepEnd; readonly details: EventDetails }>;

/** Makes the steps of a plan in this process, one attempt after another, and keeps what went wrong. */
export class EmbeddedDriver implements Driver<PlannedStep> {
  readonly failures: Failure[] = [];
  private readonly storedSteps = new Map<string, StoredStep>();
  /** What the line of a step's end says, kept until the executor has ended it. */
  private readonly details = new Map<string, EventDetails>();

  constructor(
    private readonly maker: StepMaker,
    private readonly log: Log,
    private readonly publish: Publish,
    private readonly clock: () => number,
    /** Waits between two attempts; rejects when the run is stopped. */
    private readonly wait: (ms: number, signal: AbortSignal) => Promise<unknown> = waitFor,
  ) {}

  /** Where a step of this run is in the store. */
  readonly stored = (id: string): StoredStep | undefined => this.storedSteps.get(id);

  cancelled(): boolean {
    return this.maker.run.context.signal.aborted;
  }

  changed(step: PlannedStep, state: StepState, cause?: string): void {
    const why = cause === undefined ? {} : { why: `${this.maker.nameOf(cause)} did not end well` };
    this.log(step, { ...this.details.get(step.id), ...why, state });
  }

  async make(step: PlannedStep): Promise<StepEnd> {
    const started = this.clock();
    const note = (details: EventDetails): void => {
      this.details.set(step.id, { ...details, ms: Math.round(this.clock() - started) });
    };
    try {
      if (step.kind === 'publish') {
        const { end, details } = await this.publish(this.stored);
        note(details);
        return end;
      }
      const outcome = await this.attempt(step);
      const { end, stored, why, rows, block } = outcome;
      this.storedSteps.set(step.id, stored);
      note({ key: stored.record.key, why, rows, ...(block ? { error: block.message } : {}) });
      if (block) this.fail(step, block);
      return end;
    } catch (error) {
      if (this.cancelled()) {
        note({});
        return 'cancelled';
      }
      note({ error: this.fail(step, error).facts.message });
      return 'failed';
    }
  }

  /** Tries as often as the table of retries says. */
  private async attempt(step: PlannedStep): Promise<StepOutcome> {
    const { run } = this.maker;
    const { signal } = run.context;
    let now = run;
    for (let failed = 1; ; failed += 1) {
      try {
        return await this.maker.make(step, this.stored, now);
      } catch (error) {
        if (signal.aborted || failed >= retriesFor(error).attempts) throw error;
        now = onOneThread(error, failed) ? withOneThread(run) : run;
        const why = `to be tried again after: ${factsOf(error).message}`;
        this.log(step, { state: 'running', why });
        await this.wait(pauseAfter(failed), signal);
      }
    }
  }

  private fail(step: PlannedStep, error: unknown): Failure {
    const failure = { step: step.id, name: this.maker.nameOf(step.id), facts: factsOf(error) };
    this.failures.push(failure);
    return failure;
  }
}

const waitFor = (ms: number, signal: AbortSignal): Promise<void> =>
  pause(ms, undefined, { signal });

/** The same run with one thread for each engine. */
export function withOneThread(run: Run): Run {
  const { context } = run;
  return { ...run, context: { ...context, engine: { ...context.engine, threads: 1 } } };
}
