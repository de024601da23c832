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
}

/** As far back as a person may be expected to mean, when runs since then never came to the check. */
const farthest = 50;

/**
 * What checks said in the last run of this home that came to them: to this one, or to any where none is named. The
 * run `except`, which asks, is left out. Runs that ended before, such as one with a wrong option, tell nothing.
 */
export async function lastChecked(
  home: string,
  except: string,
  check?: string,
): Promise<readonly CheckedStep[]> {
  const runs = (await listRuns(home)).filter((run) => run !== except).slice(-farthest);
  for (const run of runs.reverse()) {
    const steps = checkedSteps(await readRun(home, run));
    const found = steps.filter((step) => check === undefined || step.check === check);
    if (found.length > 0) return found;
  }
  return [];
}

/** The last word on each step: a step that was tried twice has said two. */
function checkedSteps(events: readonly RunEvent[]): readonly CheckedStep[] {
  const steps = new Map<string, CheckedStep>();
  for (const { asset, partition, state, key } of events) {
    if (!asset?.startsWith('checks.') || partition === null || key === null) continue;
    if (state !== 'made' && state !== 'reused' && state !== 'blocked') continue;
    const check = asset.slice('checks.'.length);
    steps.set(`${asset}@${partition}`, { check, partition, key, blocked: state === 'blocked' });
  }
  return [...steps.values()];
}
