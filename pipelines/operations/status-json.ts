import { countSteps, type Status } from './status.ts';
import { offendersOf, type Run, stepsIn, troubles } from './run.ts';

/** What `status --json` prints. */
export function statusJson(status: Status): object {
  const last = status.lastRun;
  return {
    format: 1,
    district: status.district.id,
    district_name: status.district.name,
    time_zone: status.district.time_zone,
    readers_see: status.readersSee,
    waiting: status.waiting,
    made_by_backfill: status.also,
    freshness: status.freshness,
    runs: status.runs.map(runJson),
    last_run: last === undefined ? null : { ...runJson(last), steps: last.steps },
  };
}

function runJson(run: Run): object {
  const { steps: _, ...facts } = run;
  return {
    ...facts,
    step_counts: countSteps(run),
    made: stepsIn(run, 'made').length,
    problems: troubles(run),
    /** Milliseconds of each step that was made, and the rows that broke each check. */
    step_ms: Object.fromEntries(stepsIn(run, 'made').map(({ name, ms }) => [name, ms])),
    checks: Object.fromEntries(offendersOf(run)),
  };
}
