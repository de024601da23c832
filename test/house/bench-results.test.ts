import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { median, saveResult, tableLines } from '../bench/results.ts';
import { scratchFolder } from '../support/scratch.ts';

const measured = {
  title: 'In seconds',
  columns: ['round', 'T'],
  rows: [
    ['1', '12.50'],
    ['median', '9.00'],
  ],
  notes: ['T is good.'],
  good: true,
};

test('the median is the middle, or the mean of the two that are nearest to it', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 2, 9])).toBe(3);
  expect(median([7])).toBe(7);
});

test('what was measured is a table that a terminal shows too', () => {
  expect(tableLines(measured)).toEqual([
    'In seconds',
    '',
    '|  round |     T |',
    '| -----: | ----: |',
    '|      1 | 12.50 |',
    '| median |  9.00 |',
    '',
    '- T is good.',
  ]);
});

test('a bench takes the place of its own last results, and of no others', () => {
  const file = join(scratchFolder('bench'), 'RESULTS.md');
  for (const name of ['temporal', 'other', 'temporal']) {
    saveResult(name, name === 'other' ? '2026-01-01' : '2026-02-02', 'a machine', measured, file);
  }
  const text = readFileSync(file, 'utf8');
  expect(text.match(/^## \w+$/gm)).toEqual(['## other', '## temporal']);
  expect(text.match(/^2026-\d\d-\d\d, a machine\.$/gm)).toEqual([
    '2026-01-01, a machine.',
    '2026-02-02, a machine.',
  ]);
  expect(text).toMatch(/^# Results\n/);
  expect(text).toMatch(/- T is good\.\n$/);
});
