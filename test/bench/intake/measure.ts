import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startScript } from '../child.ts';
import { writeLedger } from './ledger.ts';
import type { WorkAnswer, WorkTask } from './work.ts';

/** Each ledger has a folder of its own, as a district's extracts have. */
export async function ledger(
  scratch: string,
  name: string,
  rows: number,
  damaged: boolean,
): Promise<string> {
  const folder = join(scratch, name);
  mkdirSync(folder);
  const file = join(folder, 'ledger.csv');
  await writeLedger(file, rows, damaged);
  return file;
}

/** Does a piece of work in a fresh process. */
export async function measure(task: WorkTask): Promise<WorkAnswer> {
  const child = startScript(join(import.meta.dirname, 'work.ts'), process.env);
  try {
    return await child.ask<WorkAnswer>(task);
  } finally {
    await child.stop();
  }
}
