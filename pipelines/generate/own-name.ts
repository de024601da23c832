import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const NAMED = /^district: \{ id: [^,]+, name: [^,]+,/m;

/**
 * Gives the district in a folder an id and a name of its own, made of the folder's name: with the sample's id, its
 * editions would take the place of the sample's.
 */
export function giveOwnName(folder: string): void {
  const file = join(folder, 'district.yaml');
  const text = readFileSync(file, 'utf8');
  if (!NAMED.test(text))
    throw new Error('district.yaml does not begin its district with id and name.');
  const words = basename(folder)
    .toLowerCase()
    .replaceAll(/[^a-z0-9_]+/g, '-');
  const id = /^[a-z]/.test(words) ? words.slice(0, 60) : `district-${words}`.slice(0, 60);
  writeFileSync(
    file,
    text.replace(NAMED, `district: { id: ${id}, name: 'Invented district ${id}',`),
  );
}
