import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isFailure, namesIn } from '../../runtime/files.ts';
import { PrivateFolders } from '../../runtime/private-folders.ts';
import { listEditions, type ListedEdition } from '../edition-list.ts';
import { keptSteps } from './kept-steps.ts';
import { readLastMade } from './last-made.ts';
import { readStoredSteps, type StoredFolder } from './stored-steps.ts';

export interface GarbageRequest {
  /** The folder of the district's outputs. */
  readonly home: string;
  /** How many editions to keep besides the approved ones, the newest first. */
  readonly keep: number;
  /** What was used within these seconds stays, whatever it is. */
  readonly olderThan: number;
  readonly now: Date;
}

/** What nobody needs any more, and beside it what stays. */
export interface Garbage {
  readonly editions: readonly ListedEdition[];
  readonly steps: readonly StoredFolder[];
  readonly kept: readonly StoredFolder[];
  /** Steps of no edition that were used too lately to go. */
  readonly recent: readonly StoredFolder[];
  /** Left by processes that are gone. */
  readonly privateFolders: readonly { readonly folder: string; readonly name: string }[];
  /** Plans of refreshes that ended long ago. */
  readonly orders: readonly string[];
}

const aDay = 86_400_000;
/** A process of another host cannot be asked whether it still works: after a week it does not. */
const elsewhere = 7 * aDay;
const oldOrder = 30 * aDay;

/** Finds what could go; deletes nothing. */
export async function findGarbage(request: GarbageRequest): Promise<Garbage> {
  const { home, keep, olderThan, now } = request;
  const store = join(home, 'store');
  const listed = await listEditions(home);
  const made = await readLastMade(
    home,
    listed.map(({ edition }) => edition),
  );
  // A copied home has new times on its files; the log of the run says when it was.
  const timeOf = ({ edition, madeAt }: ListedEdition): number =>
    made.get(edition)?.at ?? madeAt.getTime();
  const editions = [...listed]
    .sort((a, b) => timeOf(b) - timeOf(a))
    .filter(({ approved }, i) => approved || i < keep);
  const stored = await readStoredSteps(store);
  const named = keptSteps(
    stored.map(({ step }) => step),
    editions.map(({ edition, facts }) => ({
      ...facts,
      used: made.get(edition)?.keys ?? new Set(),
    })),
  );
  const since = now.getTime() - olderThan * 1000;
  const others = stored.filter(({ step }) => !named.has(step));
  return {
    editions,
    kept: stored.filter(({ step }) => named.has(step)),
    recent: others.filter(({ step }) => step.usedAt > since),
    steps: others.filter(({ step }) => step.usedAt <= since),
    privateFolders: [
      ...(await abandoned(join(store, '.private'), now)),
      ...(await abandoned(join(home, 'editions', '.private'), now)),
    ],
    orders: await oldFiles(join(store, 'orders'), now.getTime() - oldOrder),
  };
}

async function abandoned(folder: string, now: Date): Promise<Garbage['privateFolders']> {
  const old = new Set(await oldFiles(folder, now.getTime() - elsewhere));
  return (await new PrivateFolders(folder).list())
    .filter(
      ({ name, owner }) =>
        owner === 'gone' || (owner === 'elsewhere' && old.has(join(folder, name))),
    )
    .map(({ name }) => ({ folder, name }));
}

/** What is in a folder and was last changed before a time. */
async function oldFiles(folder: string, before: number): Promise<readonly string[]> {
  const paths = (await namesIn(folder)).map((name) => join(folder, name));
  const times = await Promise.all(paths.map(changedAt));
  return paths.filter((_, i) => (times[i] ?? before) < before);
}

/** Undefined when it is gone. */
async function changedAt(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if (isFailure(error, 'ENOENT', 'ENOTDIR')) return undefined;
    throw error;
  }
}
