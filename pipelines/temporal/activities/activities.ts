import { activityInfo, type Info } from '@temporalio/activity';
import { join } from 'node:path';
import { Problem } from '../../../transforms/problem.ts';
import { stepId } from '../../graph/plan.ts';
import { approveEdition } from '../../operations/approve.ts';
import type { Failure } from '../../refresh/failure.ts';
import { drawUpOrder, keepOrder } from '../../refresh/order.ts';
import { publishedDetails, publishRun } from '../../refresh/publish-run.ts';
import { readDistrict } from '../../refresh/read-district.ts';
import { stepName } from '../../refresh/step-name.ts';
import type { RefreshRequest } from '../../refresh/request.ts';
import { Editions } from '../../runtime/editions.ts';
import { newRunId, readRun, type RunAbout, type RunLog } from '../../runtime/run-log.ts';
import type {
  ApprovalReceipt,
  ApprovalTask,
  EndTask,
  PlannedRun,
  PlanPageTask,
  PlanTask,
  PublishReceipt,
  PublishTask,
  SkipTask,
  SlimStep,
  StepReceipt,
  StepTask,
} from '../payloads.ts';
import { type Attempt, attempt } from './attempt.ts';
import { makeOneStep } from './make-one-step.ts';
import { pageOf } from './slim-plan.ts';
import type { OpenRuns } from './open-runs.ts';

/** What workflows may ask of a worker; each may be asked again for the same thing, and then finds it done. */
export interface RefreshActivities {
  /** Finds and hashes the files, freezes the configuration, plans. */
  planRun(task: PlanTask): Promise<PlannedRun>;
  /** The steps of a plan that one answer has no room for. */
  readPlan(task: PlanPageTask): Promise<readonly SlimStep[]>;
  /** Makes one step, or finds it in the store. */
  makeStep(task: StepTask): Promise<StepReceipt>;
  /** Puts the edition together and moves the pointer, if the district lets it. */
  publish(task: PublishTask): Promise<PublishReceipt>;
  /** Writes the end of the run into its log. */
  endRun(task: EndTask): Promise<void>;
  /** Lets readers see an edition. */
  approve(task: ApprovalTask): Promise<ApprovalReceipt>;
  /** Writes into the run log that a scheduled refresh was not started, and why. */
  noteSkipped(task: SkipTask): Promise<void>;
}

/** The activities of one worker. */
export function refreshActivities(runs: OpenRuns): RefreshActivities {
  return {
    planRun: (task) => planRun(runs, task),
    readPlan: (task) =>
      attempt(runs, 'planning', async () => pageOf((await runs.order(task)).plan, task.from)),
    makeStep: (task) => makeOneStep(runs, task),
    publish: (task) => attempt(runs, 'publishing', () => publish(runs, task)),
    endRun: (task) => attempt(runs, 'the end of the run', () => endRun(runs, task)),
    approve: ({ district, ...approval }) =>
      attempt(runs, 'the approval', () =>
        approveEdition({ ...approval, home: runs.homeOf(district), now: new Date() }),
      ),
    noteSkipped: (task) => attempt(runs, 'the run log', () => noteSkipped(runs, task)),
  };
}

async function planRun(runs: OpenRuns, task: PlanTask): Promise<PlannedRun> {
  let log: RunLog | undefined;
  const work = async ({ environment }: Attempt): Promise<PlannedRun> => {
    const request = readRequest(task.request);
    const district = await readDistrict(request.districtFolder);
    const { id } = district.district;
    const runId = task.runId ?? runIdOf(activityInfo());
    const home = runs.homeOf(id);
    const seen = await new Editions(home).open();
    log = runs.log(id, runId, null);
    if ((await readRun(home, runId)).length === 0) {
      log.write('run_started', { about: aboutRun(runs, request) });
    }
    const order = await drawUpOrder(request, district, runs.program, {
      environment,
      home,
      runId,
      now: new Date(),
    });
    const name = await keepOrder(join(home, 'store'), order);
    for (const { asset, partition } of order.plan.steps) {
      log.write('step', { asset, partition, state: 'planned' });
    }
    const reference = { district: id, runId, order: name };
    const { plan, program } = order;
    return {
      format: 1,
      ...reference,
      seen: seen?.sequence ?? null,
      fiscalYears: request.years ?? order.fiscalYears,
      program,
      steps: pageOf(plan, 0),
      count: plan.steps.length,
    };
  };
  const failed = (failure: Failure, again: boolean): Failure => {
    if (!again) log?.write('run_ended', { state: 'failed', error: failure.facts.message });
    return failure;
  };
  const cancelled = (): void => void log?.write('run_ended', { state: 'cancelled' });
  return attempt(runs, 'planning', work, failed, cancelled);
}

/** A schedule keeps its start as it was when it was applied, maybe by an earlier version of the program. */
function readRequest(request: RefreshRequest): RefreshRequest {
  if (request.format === 1) return { ...laterFields, ...request };
  throw new Problem({
    code: 'request_unknown',
    what: 'This refresh was arranged by a newer version of the program.',
    fix: 'Run the same version on every worker, or arrange it again: schedule apply.',
  });
}

/** What requests have had from the start of their format has no place here. */
const laterFields = { accept: [], publish: true } as const;

function aboutRun({ host }: OpenRuns, { trigger, schedule, years }: RefreshRequest): RunAbout {
  return { engine: 'temporal', trigger, schedule, years, host, process: null };
}

/** The same for every attempt, so that a worker that dies here leaves one run behind and not two. */
function runIdOf({ scheduledTimestampMs, workflowExecution }: Info): string {
  return newRunId(new Date(scheduledTimestampMs), workflowExecution?.runId);
}

async function publish(runs: OpenRuns, task: PublishTask): Promise<PublishReceipt> {
  const { run, maker, stored, log } = await runs.open(task, task.keys);
  const editions = new Editions(runs.homeOf(task.district));
  // What a worker that died while it published has left half done.
  await editions.open();
  const about = { asset: 'publish', partition: 'all', name: maker.nameOf('publish@all') };
  const started = performance.now();
  log.write('step', { ...about, state: 'running' });
  const made = await publishRun(run, stored, { editions, seen: task.seen, now: new Date() });
  const { end, details } = publishedDetails(made);
  const ms = Math.round(performance.now() - started);
  log.write('step', { ...about, state: end, ms, ...details });
  const { edition, outcome } = made;
  return { end, edition, outcome, siteBuilt: await editions.hasSite(edition) };
}

/** It makes nothing, so a worker of another version than planned may do it too. */
async function endRun(runs: OpenRuns, task: EndTask): Promise<void> {
  const order = await runs.order(task);
  const log = runs.log(task.district, task.runId, null);
  const { steps } = order.plan;
  const about = (place: number) => {
    const step = steps[place];
    if (!step) throw new Error(`The plan has no step ${place}`);
    const { asset, partition } = step;
    return { asset, partition, name: stepName(step, order) };
  };
  for (const [place, state, cause] of task.untried) {
    const why = cause === null ? {} : { why: `${about(cause).name} did not end well` };
    log.write('step', { ...about(place), state, ...why });
  }
  const logged = new Set(
    (await readRun(runs.homeOf(task.district), task.runId))
      .filter(({ state }) => state === 'failed')
      .map(({ asset, partition }) => stepId(asset ?? '', partition ?? '')),
  );
  for (const [id, state, error] of task.lost) {
    if (logged.has(id)) continue;
    const place = steps.findIndex((step) => step.id === id);
    log.write('step', { ...about(place), state, error });
  }
  log.write('run_ended', { state: task.end, key: task.edition, ms: task.ms });
}

function noteSkipped(runs: OpenRuns, { district, request, why }: SkipTask): Promise<void> {
  const log = runs.log(district, runIdOf(activityInfo()), null);
  log.write('run_skipped', { about: aboutRun(runs, request), why });
  return Promise.resolve();
}
