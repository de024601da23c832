import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { LastTry } from '../refresh/batch-years.ts';
import { isFailure } from '../runtime/files.ts';
import { listRuns, readRun } from '../runtime/run-log.ts';
import { describeRun, type RunState } from './run.ts';
import { surroundingsHere } from './run-history.ts';

/** The last backfill of each fiscal year that ever had one. */
export async function lastBackfills(
  home: string,
  now: Date,
): Promise<ReadonlyMap<number, LastTry>> {
  const last = new Map<number, LastTry>();
  const surroundings = surroundingsHere(now);
  for (const id of await listRuns(home)) {
    if (!(await isBackfill(join(home, 'runs', `${id}.jsonl`)))) continue;
    const run = describeRun(await readRun(home, id), surroundings);
    if (run?.trigger !== 'backfill') continue;
    const { engine, years, state } = run;
    for (const year of years ?? []) last.set(year, { engine, state: tryStates[state] });
  }
  return last;
}

const tryStates: Readonly<Record<RunState, LastTry['state']>> = {
  made: 'made',
  failed: 'failed',
  blocked: 'blocked',
  cancelled: 'stopped',
  interrupted: 'stopped',
  no_news: 'silent',
  skipped: 'stopped',
  running: 'running',
};

/** What started a run stands in the first line of its log, so that the many others need not be read. */
async function isBackfill(log: string): Promise<boolean> {
  try {
    const file = await open(log, 'r');
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(1024), 0, 1024, 0);
      const [first = ''] = buffer.toString('utf8', 0, bytesRead).split('\n');
      return first.includes('"trigger":"backfill"');
    } finally {
      await file.close();
    }
  } catch (error) {
    if (isFailure(error, 'ENOENT')) return false;
    throw error;
  }
}
