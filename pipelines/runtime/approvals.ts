import { join } from 'node:path';
import { namesIn, readTextIfThere } from './files.ts';
import type { Pointer } from './pointer.ts';

/** Every pointer that ever was, in order, and the present one. */
export async function readApprovals(home: string): Promise<readonly Pointer[]> {
  const folder = join(home, 'approvals');
  const names = (await namesIn(folder)).filter((name) => /^\d+\.json$/.test(name));
  const files = [...names.map((name) => join(folder, name)), join(home, 'current.json')];
  const texts = await Promise.all(files.map(readTextIfThere));
  return texts
    .flatMap((text) => (text === undefined ? [] : [JSON.parse(text) as Pointer]))
    .sort((a, b) => a.sequence - b.sequence);
}
