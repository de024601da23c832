import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { District } from '../../transforms/config/district.ts';
import { loadDistrict } from '../../transforms/config/load-district.ts';
import { Problem } from '../../transforms/problem.ts';
import { isFailure } from '../runtime/files.ts';

/** Reads `district.yaml` of a folder. */
export async function readDistrict(folder: string): Promise<District> {
  const file = join(folder, 'district.yaml');
  try {
    return loadDistrict(await readFile(file, 'utf8'), file);
  } catch (error) {
    if (!isFailure(error, 'ENOENT', 'ENOTDIR')) throw error;
    throw new Problem({
      code: 'district_missing',
      what: 'There is no district.yaml in this folder.',
      fix: 'Name the folder of a district, such as data/districts/riverbend.',
      where: { file: folder },
      exit: 2,
      cause: error,
    });
  }
}
