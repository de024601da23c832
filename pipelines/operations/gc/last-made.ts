import { listRuns, readRun } from '../../runtime/run-log.ts';

/** The newest run that ended with an edition. */
export interface LastMade {
  readonly at: number;
  /** The keys of all steps that it made or reused. */
  readonly keys: ReadonlySet<string>;
}

/** When and of what each edition was last made, by edition; one of which no log is left is not in here. */
export async function readLastMade(
  home: string,
  editions: readonly string[],
): Promise<ReadonlyMap<string, LastMade>> {
  const missing = new Set(editions);
  const found = new Map<string, LastMade>();
  for (const id of [...(await listRuns(home))].reverse()) {
    if (missing.size === 0) break;
    const events = await readRun(home, id);
    const end = events.findLast(({ event }) => event === 'run_ended');
    if (!end || !missing.delete(end.key ?? '')) continue;
    const keys = events.flatMap(({ event, key }) =>
      event === 'step' && key !== null ? [key] : [],
    );
    found.set(end.key ?? '', { at: Date.parse(end.at), keys: new Set(keys) });
  }
  return found;
}
