import { isUtf8 } from 'node:buffer';
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
    return loadDistrict(textOf(await readFile(file), file), file);
  } catch (error) {
    if (!isFailure(error, 'ENOENT', 'ENOTDIR', 'EISDIR')) throw error;
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

/** Read as UTF-8, letters of another character set would be lost without a word. */
function textOf(bytes: Buffer, file: string): string {
  if (isUtf8(bytes) && !bytes.includes(0)) return bytes.toString('utf8');
  throw new Problem({
    code: 'configuration_not_utf8',
    rule: 'F02',
    what: 'The file is not text in UTF-8.',
    fix: 'Save it from your editor in the encoding UTF-8.',
    where: { file },
    exit: 2,
  });
}
