import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const repository = fileURLToPath(new URL('../..', import.meta.url));

/** The folder of a district that the repository holds. */
export function districtFolder(id: string): string {
  return join(repository, 'data/districts', id);
}
