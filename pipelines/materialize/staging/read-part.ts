import type { Engine } from '../../runtime/duckdb.ts';
import type { StagingJob } from './job.ts';
import type { ReadFile } from './stage-file.ts';

/** A file that was read into a schema of its own: the one that a step is of, or one of rows that are sent again for it. */
export interface ReadPart {
  readonly schema: string;
  readonly job: StagingJob;
  readonly read: ReadFile;
}

/** Makes a part's tables those that statements mean which name no schema. */
export async function enter(engine: Engine, { schema }: Pick<ReadPart, 'schema'>): Promise<void> {
  await engine.run(`set search_path = '${schema === 'main' ? 'main' : `${schema},main`}'`);
}
