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
import { aboutThisProcess, type EventDetails, newRunId, RunLog } from '../runtime/run-log.ts';
import { Store } from '../runtime/store.ts';
import { EmbeddedDriver } from './driver.ts';

/** Runs one refresh in this process: from the district's files to a published edition, or to the reason why not. */
export async function refresh(
  request: RefreshRequest,
  place: EmbeddedPlace,
): Promise<RefreshResult> {
  const district = await readDistrict(request.districtFolder);
  const home = join(place.home, district.district.id);
  const editions = new Editions(home);
  const seen = await editions.open();
  const store = new Store(join(home, 'store'));
  await store.open();
  const log = new RunLog(home, newRunId(new Date()));
  let steps = 0;
  const write: RunLog['write'] = (event, details) => {
    const line = log.write(event, details);
    place.follow(line, steps);
    return line;
  };
  try {
    const { trigger, schedule, years } = request;
    write('run_started', { about: aboutThisProcess(trigger, schedule, years) });
    const program = await readProgram();
    const { runId } = log;
    const { environment } = place;
    const planning = { environment, home, runId, now: new Date() };
    const order = await drawUpOrder(request, district, program, planning);
    steps = order.plan.steps.length;
    const capacity = shareMachine(place.threads, place.memoryLimit, order.sourceBytes);
    const run = openRun(order, program, place, capacity.engine);
    const about = { runId, district: district.district, home };
    const work = { editions, seen: seen?.sequence ?? null, store, write, limits: capacity.limits };
    return { ...about, ...(await execute(run, work)) };
  } catch (error) {
    const state = place.signal.aborted ? 'cancelled' : 'failed';
    write('run_ended', { state, error: factsOf(error).message });
    throw error;
  }
}

interface Work {
  readonly editions: Editions;
  readonly seen: number | null;
  readonly store: Store;
  readonly write: RunLog['write'];
  readonly limits: Parameters<typeof executePlan>[1];
}

async function execute(
  run: Run,
  { editions, seen, store, write, limits }: Work,
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
  const driver = new EmbeddedDriver(maker, logStep, publish, () => performance.now());
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
