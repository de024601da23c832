import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../support/repository.ts';

const folder = join(repository, 'test');
const [, section = ''] = readFileSync(join(folder, 'README.md'), 'utf8').split('\n## Traps\n');
const [table = ''] = section.split('\n## ');

/** The rows of the table: what comes in, what must come of it, the file and the test. */
const rows = table
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .slice(2)
  .map((line) => line.split('|').slice(1, -1))
  .map((cells) => cells.map((cell) => cell.trim()));

test('each trap of the table has a test of that name, in that file', () => {
  expect(rows.length).toBeGreaterThan(15);
  const missing = rows.filter(([, , file = '', title = '']) => {
    const text = readFileSync(join(folder, file.replaceAll('`', '')), 'utf8');
    return title === '' || !text.includes(title);
  });
  expect(missing).toEqual([]);
});
