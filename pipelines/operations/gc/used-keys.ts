import { listRuns, readRun } from '../../runtime/run-log.ts';

/**
 * The keys of the steps that an edition was last made with, by edition, from the newest run that ended with it. An
 * edition of which no log is left is not in here.
 */
export async function readUsedKeys(
  home: string,
  editions: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const missing = new Set(editions);
  const used = new Map<string, ReadonlySet<string>>();
  for (const id of [...(await listRuns(home))].reverse()) {
    if (missing.size === 0) break;
    const events = await readRun(home, id);
    const edition = events.findLast(({ event }) => event === 'run_ended')?.key ?? '';
    if (!missing.delete(edition)) continue;
    const keys = events.flatMap(({ event, key }) =>
      event === 'step' && key !== null ? [key] : [],
    );
    used.set(edition, new Set(keys));
  }
  return used;
}
