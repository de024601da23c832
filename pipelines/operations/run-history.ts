import { hostname } from 'node:os';
import { stillRuns } from '../runtime/processes.ts';
import { listRuns, readRun } from '../runtime/run-log.ts';
import { describeRun, type Run, type Surroundings } from './run.ts';

/** The last runs of a home, the newest first; the logs of older ones are not opened. */
export async function readRuns(
  home: string,
  count: number,
  now: Date,
  surroundings: Surroundings = surroundingsHere(now),
): Promise<readonly Run[]> {
  const newest = (await listRuns(home)).slice(-count).reverse();
  const runs = await Promise.all(
    newest.map(async (id) => describeRun(await readRun(home, id), surroundings)),
  );
  return runs.filter((run) => run !== undefined);
}

/** The newest run that started to work, however many were skipped since. */
export async function readLastRun(home: string, now: Date): Promise<Run | undefined> {
  for (const id of [...(await listRuns(home))].reverse()) {
    const run = describeRun(await readRun(home, id), surroundingsHere(now));
    if (run && run.state !== 'skipped') return run;
  }
  return undefined;
}

export function surroundingsHere(now: Date): Surroundings {
  return { now, host: hostname(), stillRuns };
}
