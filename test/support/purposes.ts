import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './repository.ts';

/** Each purpose of the second level and the one above it. */
export const PURPOSE_PARENTS: ReadonlyMap<string, string> = new Map(
  readFileSync(join(repository, 'data/standards/purposes.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
    .map(([purpose = '', parent = '']): [string, string] => [purpose, parent]),
);
