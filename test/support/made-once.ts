import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

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
  if (isFirst(join(folder, `${name}.claimed`))) {
    const outcome: Outcome<T> = await make().then(
      (made) => ({ made }),
      (error: unknown) => ({ failed: String(error) }),
    );
    writeFileSync(`${note}.fresh`, JSON.stringify(outcome));
    renameSync(`${note}.fresh`, note);
  }
  while (!existsSync(note)) await sleep(200);
  const outcome = JSON.parse(readFileSync(note, 'utf8')) as Outcome<T>;
  if ('failed' in outcome) throw new Error(outcome.failed);
  return outcome.made;
}

/** The claim is a folder: of two that make it at once, one fails. */
function isFirst(claim: string): boolean {
  try {
    mkdirSync(claim);
    return true;
  } catch {
    return false;
  }
}
