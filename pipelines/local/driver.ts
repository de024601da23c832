import type { Driver, StepEnd, StepState } from '../graph/execute.ts';
import type { PlannedStep } from '../graph/plan.ts';
import { type Failure, factsOf } from '../refresh/failure.ts';
import type { Run } from '../refresh/run.ts';
import type { StepMaker } from '../refresh/step-maker.ts';
import { tryAgain, type Wait } from '../refresh/try-again.ts';
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
    private readonly wait?: Wait,
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
        const { end, details } = await this.attempts(step, () => this.publish(this.stored));
        note(details);
        return end;
      }
      const { run } = this.maker;
      const { end, stored, why, rows, block } = await this.attempts(step, (oneThread) =>
        this.maker.make(step, this.stored, oneThread ? withOneThread(run) : run),
      );
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

  /** Tries as often as the table of retries says; the log tells what was in the way. */
  private attempts<T>(step: PlannedStep, work: (oneThread: boolean) => Promise<T>): Promise<T> {
    const { signal } = this.maker.run.context;
    const onRetry = (error: unknown): void => {
      const why = `to be tried again after: ${factsOf(error).message}`;
      this.log(step, { state: 'running', why });
    };
    return tryAgain(work, { signal, onRetry, ...(this.wait ? { wait: this.wait } : {}) });
  }

  private fail(step: PlannedStep, error: unknown): Failure {
    const failure = { step: step.id, name: this.maker.nameOf(step.id), facts: factsOf(error) };
    this.failures.push(failure);
    return failure;
  }
}

/** The same run with one thread for each engine. */
function withOneThread(run: Run): Run {
  const { context } = run;
  return { ...run, context: { ...context, engine: { ...context.engine, threads: 1 } } };
}
