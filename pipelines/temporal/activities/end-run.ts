import { activityInfo } from '@temporalio/activity';
import { stepId } from '../../graph/plan.ts';
import { publishedDetails, publishRun } from '../../refresh/publish-run.ts';
import { stepName } from '../../refresh/step-name.ts';
import { Editions } from '../../runtime/editions.ts';
import { readRun } from '../../runtime/run-log.ts';
import type { EndTask, PublishReceipt, PublishTask, SkipTask } from '../payloads.ts';
import { aboutRun, runIdOf } from './about-run.ts';
import type { OpenRuns } from './open-runs.ts';

/** Puts the edition of a run together, and moves the pointer if the district lets it. */
export async function publish(runs: OpenRuns, task: PublishTask): Promise<PublishReceipt> {
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

/** Writes the end of a run into its log. It makes nothing, so a worker of another version than planned may do it too. */
export async function endRun(runs: OpenRuns, task: EndTask): Promise<void> {
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

/** Writes into the run log that a scheduled refresh was not started, and why. */
export function noteSkipped(runs: OpenRuns, { district, request, why }: SkipTask): Promise<void> {
  const log = runs.log(district, runIdOf(activityInfo()), null);
  log.write('run_skipped', { about: aboutRun(runs, request), why });
  return Promise.resolve();
}
