import { activityInfo } from '@temporalio/activity';
import { join } from 'node:path';
import { Problem } from '../../../transforms/problem.ts';
import type { Failure } from '../../refresh/failure.ts';
import { drawUpOrder, keepOrder } from '../../refresh/order.ts';
import { readDistrict } from '../../refresh/read-district.ts';
import type { RefreshRequest } from '../../refresh/request.ts';
import { Editions } from '../../runtime/editions.ts';
import { readRun, type RunLog } from '../../runtime/run-log.ts';
import type { PlannedRun, PlanTask } from '../payloads.ts';
import { aboutRun, runIdOf } from './about-run.ts';
import { type Attempt, attempt } from './attempt.ts';
import type { OpenRuns } from './open-runs.ts';
import { pageOf } from './slim-plan.ts';

/** Draws up the order of a run, keeps it in the store, and begins the run's log. */
export async function planRun(runs: OpenRuns, task: PlanTask): Promise<PlannedRun> {
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
const laterFields = { accept: [], publish: true, files: null } as const;
