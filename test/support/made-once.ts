import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { markOf } from '../../pipelines/runtime/processes.ts';

type Outcome<T> = { readonly made: T } | { readonly failed: string };

/**
 * What `make` gives, made by the first test that asks, in whatever process; the others wait for it. `folder` is one
 * that they share. Where it could not be made, all who ask are told why.
 */
export async function madeOnce<T>(
  folder: string,
  name: string,
  make: () => Promise<T>,
): Promise<T> {
  const note = join(folder, `${name}.json`);
  const claim = join(folder, `${name}.claimed`);
  if (isFirst(claim)) {
    const outcome: Outcome<T> = await make().then(
      (made) => ({ made }),
      (error: unknown) => ({ failed: String(error) }),
    );
    writeFileSync(`${note}.fresh`, JSON.stringify(outcome));
    renameSync(`${note}.fresh`, note);
  }
  while (!existsSync(note)) {
    await sleep(200);
    if (hasEnded(claim) && !existsSync(note)) throw new Error(`Nobody makes ${name} any more.`);
  }
  const outcome = JSON.parse(readFileSync(note, 'utf8')) as Outcome<T>;
  if ('failed' in outcome) throw new Error(outcome.failed);
  return outcome.made;
}

/** The claim is a file that must be new: of two that write it at once, one fails. */
function isFirst(claim: string): boolean {
  try {
    writeFileSync(claim, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

/** Whether the process that made the claim is gone; a claim without a number is still being written. */
function hasEnded(claim: string): boolean {
  const maker = readFileSync(claim, 'utf8');
  return maker !== '' && markOf(Number(maker)) === undefined;
}
