import { listRuns, readRun, type RunEvent } from '../runtime/run-log.ts';

/** A step of a check as a run has ended it. */
export interface CheckedStep {
  /** The check's name. */
  readonly check: string;
  /** The fiscal year, or `all`. */
  readonly partition: string;
  /** Where what it found is in the store. */
  readonly key: string;
  readonly blocked: boolean;
  /** The run that said so. */
  readonly runId: string;
}

/** As far back as a person may be expected to mean, when runs since then never came to the check. */
const farthest = 50;

/**
 * The newest word of checks on each of their partitions, over the last runs of this home: a backfill of one year says
 * nothing of another. The run `except`, which asks, is left out. Runs that ended before they came to their checks,
 * such as one with a wrong option, tell nothing.
 */
export async function lastChecked(
  home: string,
  except: string,
  check?: string,
): Promise<readonly CheckedStep[]> {
  const runs = (await listRuns(home)).filter((run) => run !== except).slice(-farthest);
  const newest = new Map<string, CheckedStep>();
  for (const run of runs.reverse()) {
    for (const [place, step] of checkedSteps(await readRun(home, run))) {
      if (check === undefined || step.check === check) newest.set(place, newest.get(place) ?? step);
    }
  }
  return [...newest.values()];
}

/** What of checks blocked one run. */
export async function blockedIn(home: string, runId: string): Promise<readonly CheckedStep[]> {
  const steps = checkedSteps(await readRun(home, runId));
  return [...steps.values()].filter(({ blocked }) => blocked);
}

/** The last word on each step, by what it is of: a step that was tried twice has said two. */
function checkedSteps(events: readonly RunEvent[]): ReadonlyMap<string, CheckedStep> {
  const steps = new Map<string, CheckedStep>();
  const years = events.find(({ about }) => about !== null)?.about?.years ?? null;
  for (const { run_id, asset, partition, state, key } of events) {
    if (!asset?.startsWith('checks.') || partition === null || key === null) continue;
    if (state !== 'made' && state !== 'reused' && state !== 'blocked') continue;
    const check = asset.slice('checks.'.length);
    const blocked = state === 'blocked';
    // `all` of the map of one year is not `all` of that of another.
    const scope = partition === 'all' && years ? `all of ${years.join(' ')}` : partition;
    steps.set(`${asset}@${scope}`, { check, partition, key, blocked, runId: run_id });
  }
  return steps;
}
