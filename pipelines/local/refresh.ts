import { join } from 'node:path';
import { executePlan, runEndOf } from '../graph/execute.ts';
import type { PlannedStep } from '../graph/plan.ts';
import type { PublishedEdition } from '../materialize/publish.ts';
import { shareMachine } from '../refresh/capacity.ts';
import { factsOf } from '../refresh/failure.ts';
import { drawUpOrder } from '../refresh/order.ts';
import { readProgram } from '../refresh/program.ts';
import { publishedDetails, publishRun } from '../refresh/publish-run.ts';
import { readDistrict } from '../refresh/read-district.ts';
import type { EmbeddedPlace, RefreshRequest } from '../refresh/request.ts';
import { countStates, type RefreshResult, warningsOf } from '../refresh/result.ts';
import { openRun, type Run } from '../refresh/run.ts';
import { StepMaker } from '../refresh/step-maker.ts';
import { Editions } from '../runtime/editions.ts';
import { tryAgain, type Wait } from '../refresh/try-again.ts';
import { aboutThisProcess, type EventDetails, newRunId, RunLog } from '../runtime/run-log.ts';
import { Store } from '../runtime/store.ts';
import { EmbeddedDriver } from './driver.ts';

/** Runs one refresh in this process: from the district's files to a published edition, or to the reason why not. */
export async function refresh(
  request: RefreshRequest,
  place: EmbeddedPlace,
  wait?: Wait,
): Promise<RefreshResult> {
  const trying = { signal: place.signal, ...(wait ? { wait } : {}) };
  const { district, home, editions, seen, store, log } = await tryAgain(
    () => openHome(request, place),
    trying,
  );
  let steps = 0;
  const write: RunLog['write'] = (event, details) => {
    const line = log.write(event, details);
    place.follow(line, steps);
    return line;
  };
  try {
    const { trigger, schedule, years } = request;
    write('run_started', { about: aboutThisProcess(trigger, schedule, years) });
    const { runId } = log;
    const { environment } = place;
    const planning = { environment, home, runId, now: new Date() };
    const { order, program } = await tryAgain(async () => {
      const program = await readProgram();
      return { program, order: await drawUpOrder(request, district, program, planning) };
    }, trying);
    steps = order.plan.steps.length;
    const capacity = shareMachine(place.threads, place.memoryLimit, order.sourceBytes);
    const run = openRun(order, program, place, capacity.engine);
    const about = { runId, district: district.district, home };
    const work = { editions, seen, store, write, limits: capacity.limits, wait };
    return { ...about, ...(await execute(run, work)) };
  } catch (error) {
    const state = place.signal.aborted ? 'cancelled' : 'failed';
    bestEffort(() => write('run_ended', { state, error: factsOf(error).message }));
    throw error;
  }
}

/** What a run works in. */
async function openHome({ districtFolder }: RefreshRequest, place: EmbeddedPlace) {
  const district = await readDistrict(districtFolder);
  const home = join(place.home, district.district.id);
  const editions = new Editions(home);
  const seen = (await editions.open())?.sequence ?? null;
  const store = new Store(join(home, 'store'));
  await store.open();
  return { district, home, editions, seen, store, log: new RunLog(home, newRunId(new Date())) };
}

/** What a full disk keeps from the log must not hide what went wrong first. */
function bestEffort(write: () => void): void {
  try {
    write();
  } catch {
    // The process that the run is marked with tells that it does not go on, once it has ended.
  }
}

interface Work {
  readonly editions: Editions;
  readonly seen: number | null;
  readonly store: Store;
  readonly write: RunLog['write'];
  readonly limits: Parameters<typeof executePlan>[1];
  readonly wait: Wait | undefined;
}

async function execute(
  run: Run,
  { editions, seen, store, write, limits, wait }: Work,
): Promise<Omit<RefreshResult, 'runId' | 'district' | 'home'>> {
  const started = performance.now();
  const maker = new StepMaker(run, store);
  let published: PublishedEdition | null = null;
  const logStep = (step: PlannedStep, details: EventDetails): void => {
    const { asset, partition } = step;
    write('step', { asset, partition, name: maker.nameOf(step.id), ...details });
  };
  const publish: ConstructorParameters<typeof EmbeddedDriver>[2] = async (stored) => {
    published = await publishRun(run, stored, { editions, seen, now: new Date() });
    return publishedDetails(published);
  };
  const driver = new EmbeddedDriver(maker, logStep, publish, () => performance.now(), wait);
  const states = await executePlan(run.plan.steps, limits, driver);
  const end = runEndOf(states.values());
  const made = published as PublishedEdition | null;
  const edition = made?.edition ?? null;
  write('run_ended', { state: end, key: edition, ms: Math.round(performance.now() - started) });
  return {
    end,
    states: countStates(states.values()),
    failures: end === 'cancelled' ? [] : driver.failures,
    warnings: warningsOf(run, driver.stored),
    published: made,
    siteBuilt: edition !== null && (await editions.hasSite(edition)),
  };
}
