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
import { countStates, lateIn, type RefreshResult, warningsOf } from '../refresh/result.ts';
import { isPassing } from '../refresh/retries.ts';
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
  const write: Write = (event, details) => place.follow(log.write(event, details), steps);
  try {
    const { trigger, schedule, years, files } = request;
    const started = { about: aboutThisProcess(trigger, schedule, years, files) };
    place.follow(await tryAgain(async () => log.write('run_started', started), trying), steps);
    const { runId } = log;
    const { environment } = place;
    const planning = { environment, home, runId, now: new Date() };
    const program = await tryAgain(readProgram, trying);
    const order = await tryAgain(() => drawUpOrder(request, district, program, planning), trying);
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

/**
 * A line that the machine cannot write now stops no step and hides nothing that went wrong first: a full disk that
 * stays full stops what is made. That a log has no end, `status` tells by the process that it is marked with.
 */
function bestEffort(write: () => void): void {
  try {
    write();
  } catch (error) {
    if (!isPassing(error)) throw error;
  }
}

type Write = (...line: Parameters<RunLog['write']>) => void;

interface Work {
  readonly editions: Editions;
  readonly seen: number | null;
  readonly store: Store;
  readonly write: Write;
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
    const name = maker.nameOf(step.id);
    bestEffort(() => write('step', { asset, partition, name, ...details }));
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
  const ms = Math.round(performance.now() - started);
  bestEffort(() => write('run_ended', { state: end, key: edition, ms }));
  return {
    end,
    states: countStates(states.values()),
    failures: end === 'cancelled' ? [] : driver.failures,
    warnings: warningsOf(run, driver.stored),
    late: lateIn(run.order),
    published: made,
    siteBuilt: edition !== null && (await editions.hasSite(edition)),
  };
}
