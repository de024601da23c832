import type { PlannedStep } from '../../graph/plan.ts';
import type { Failure } from '../../refresh/failure.ts';
import type { Run } from '../../refresh/run.ts';
import type { EventDetails } from '../../runtime/run-log.ts';
import type { StepReceipt, StepTask } from '../payloads.ts';
import { type Attempt, attempt } from './attempt.ts';
import type { OpenedRun, OpenRuns } from './open-runs.ts';

/** Makes one step of a run, or finds it in the store, and writes how it went into the run's log. */
export async function makeOneStep(runs: OpenRuns, task: StepTask): Promise<StepReceipt> {
  let log: (details: EventDetails) => void = () => undefined;
  let name = task.step;
  const started = performance.now();
  const ended = (details: EventDetails): void =>
    log({ ...details, ms: Math.round(performance.now() - started) });
  const work = async (given: Attempt): Promise<StepReceipt> => {
    const opened = await runs.open(task, task.inputs);
    const step = opened.maker.step(task.step);
    name = opened.maker.nameOf(step.id);
    log = (details) => opened.log.write('step', { ...nameOf(step, name), ...details });
    log({ state: 'running' });
    const run = runFor(opened, given);
    const outcome = await opened.maker.make(step, opened.stored, run);
    runs.remember(task, step.id, outcome.stored);
    const { key } = outcome.stored.record;
    const { end, why, rows, block } = outcome;
    ended({ state: end, key, why, rows, ...(block ? { error: block.message } : {}) });
    return { end, key, failure: block ? blockOf(step, name, opened) : null };
  };
  return attempt(runs, task.step, work, (failure, again) => {
    const { message } = failure.facts;
    if (again) ended({ state: 'running', why: `to be tried again after: ${message}` });
    else ended({ state: 'failed', error: message });
    return { ...failure, name };
  });
}

function nameOf({ asset, partition }: PlannedStep, name: string): EventDetails {
  return { asset, partition, name };
}

/** The run with the signal of this attempt, and with one thread where that may help. */
function runFor({ run }: OpenedRun, { signal, oneThread }: Attempt): Run {
  const { context } = run;
  const engine = oneThread ? { ...context.engine, threads: 1 } : context.engine;
  return { ...run, context: { ...context, engine, signal } };
}

/** What leaves this worker of a check that blocks: its own words, and nothing of the rows that it has found. */
function blockOf(step: PlannedStep, name: string, { run }: OpenedRun): Failure {
  const model = run.models.get(step.asset);
  if (model?.kind !== 'check') throw new Error(`${step.id} is no check`);
  const { title: what, fix } = model.header;
  const code = `check_${model.name}`;
  const message = `${what} ${fix}`;
  return {
    step: step.id,
    name,
    facts: { code, what, fix, where: {}, retryable: false, exit: 3, message },
  };
}
