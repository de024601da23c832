import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The folder of one real district's public files. They are not in the repository, so the environment says where they
 * are; without it the test fails and says so, since a skipped test looks like a passed one.
 */
export function realDataFolder(name: string): string {
  const root = process.env['REALDATA'];
  if (root === undefined || root === '') {
    throw new Error('Set REALDATA to the folder that holds the public files of real districts.');
  }
  const folder = join(root, name);
  if (!existsSync(folder)) throw new Error(`REALDATA has no folder ${name}.`);
  return folder;
}
