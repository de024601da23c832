import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '../../../transforms/problem.ts';
import { PrivateFolders } from '../../runtime/private-folders.ts';
import { readRuns } from '../run-history.ts';
import type { Garbage } from './garbage.ts';
import { lastUse, type StoredFolder } from './stored-steps.ts';

/** Refuses while a refresh works in this home: what it has found and not read yet could be taken from it. */
export async function refuseWhileRunning(home: string, now: Date): Promise<void> {
  const running = (await readRuns(home, 20, now)).find(({ state }) => state === 'running');
  if (!running) return;
  throw new Problem({
    code: 'refresh_going_on',
    what: `A refresh is going on (${running.id}), so nothing was tidied up.`,
    fix: 'Wait until it has ended; status tells where it is.',
  });
}

/**
 * Deletes what was found. A step is moved aside whole by one rename and then removed, so that a kill leaves steps that
 * are there or not, and a rest that the next run removes. One that was used in the meantime stays.
 */
export async function deleteGarbage(
  home: string,
  garbage: Garbage,
): Promise<readonly StoredFolder[]> {
  const deleted: StoredFolder[] = [];
  const own = new PrivateFolders(join(home, 'store', '.private'));
  await own.with(async (directory) => {
    for (const found of garbage.steps) {
      if ((await lastUse(found.folder)) !== found.step.usedAt) continue;
      await rename(found.folder, join(directory, String(deleted.length)));
      deleted.push(found);
    }
  });
  for (const { folder, name } of garbage.privateFolders) {
    await new PrivateFolders(folder).remove(name);
  }
  for (const order of garbage.orders) await rm(order, { force: true });
  return deleted;
}
