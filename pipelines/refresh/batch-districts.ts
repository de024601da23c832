import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../../transforms/problem.ts';
import { namesIn } from '../runtime/files.ts';
import type { BatchItem, BatchRow } from './batch.ts';
import { factsOf } from './failure.ts';
import { readDistrict } from './read-district.ts';

/** The districts of a folder: those that can be refreshed, and those whose district.yaml says nothing that can. */
export interface FoundDistricts {
  readonly items: readonly BatchItem[];
  readonly unreadable: readonly BatchRow[];
}

/** Finds every folder in this one that holds a district.yaml, in order of their names. */
export async function findDistricts(
  folder: string,
  extractsOf: (districtFolder: string) => string,
): Promise<FoundDistricts> {
  const names = (await namesIn(folder)).filter((name) =>
    existsSync(join(folder, name, 'district.yaml')),
  );
  if (names.length === 0) throw noDistricts(folder);
  const items: BatchItem[] = [];
  const unreadable: BatchRow[] = [];
  for (const name of names) {
    const districtFolder = join(folder, name);
    try {
      const { district } = await readDistrict(districtFolder);
      const same = items.find((item) => item.district === district.id);
      if (same) throw sameId(district.id, same.name, districtFolder);
      const asks = { districtFolder, extractsFolder: extractsOf(districtFolder) };
      items.push({ district: district.id, year: null, name: district.name, asks });
    } catch (error) {
      const { message: why } = factsOf(error);
      unreadable.push({ name, district: name, year: null, end: 'failed', why });
    }
  }
  return { items, unreadable };
}

function noDistricts(folder: string): Problem {
  return new Problem({
    code: 'no_districts',
    what: 'No folder in this one holds a district.yaml.',
    fix: 'Name the folder that holds the folders of districts, such as data/districts.',
    where: { file: folder },
    exit: 2,
  });
}

/** Their outputs would share a folder. */
function sameId(id: string, other: string, folder: string): Problem {
  return new Problem({
    code: 'district_twice',
    what: `The id ${id} is that of ${other} too.`,
    fix: 'Give each district an id of its own.',
    where: { file: join(folder, 'district.yaml') },
  });
}
