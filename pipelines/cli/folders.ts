import { existsSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { Problem } from '../../transforms/problem.ts';

/** Where outputs go: what the command says, else RESOURCE_MAP_HOME, else `data/local` here. */
export function homeFolder(given: string | undefined): string {
  return resolve(given ?? process.env['RESOURCE_MAP_HOME'] ?? join('data', 'local'));
}

/** The folder of a district; wrong usage when it is not there. */
export function districtFolder(given: string): string {
  const folder = resolve(given);
  if (existsSync(folder) && statSync(folder).isDirectory()) return folder;
  throw new Problem({
    code: 'district_missing',
    what: `There is no folder ${given}.`,
    fix: 'Name the folder of a district, such as data/districts/riverbend.',
    exit: 2,
  });
}

/** A path as a person here would write it: from this folder when it is below it. */
export function shortPath(path: string): string {
  if (!isAbsolute(path)) return path;
  const short = relative(process.cwd(), path);
  return short === '' || short.startsWith('..') ? path : short;
}
