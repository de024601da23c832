import { describe, expect, test } from 'vitest';
import { batchJson, batchTable, endWords } from '../../pipelines/cli/batch-words.ts';
import { batchExit, batchRows } from '../../pipelines/refresh/batch.ts';
import type { ItemEnd } from '../../pipelines/graph/batch.ts';
import {
  mostItems,
  pagesOf,
  roomForReason,
} from '../../pipelines/temporal/workflows/batch-pages.ts';
import { shortened } from '../../pipelines/graph/batch.ts';

const item = (name: string) => ({ district: name.toLowerCase(), year: null, name, asks: {} });
const items = ['Alder', 'Birchwood', 'Cedar'].map(item);

describe('the end of several refreshes', () => {
  const rows = batchRows({ items }, [
    { place: 1, end: 'failed', made: 3, reused: 0, why: 'sites.csv: It is empty.' },
    { place: 0, end: 'made', edition: '0123456789ab', outcome: 'published', made: 1200, reused: 1 },
  ]);

  test('is a line for each, in order; one that was not begun says so', () => {
    expect(batchTable('District', rows)).toEqual([
      'District   Result',
      'Alder      done     edition 0123456789ab is published (1,200 steps made, 1 reused)',
      'Birchwood  failed   sites.csv: It is empty.',
      'Cedar      stopped  not begun',
    ]);
  });

  test('is the same for a program', () => {
    expect(batchJson(rows)).toMatchObject([
      { name: 'Alder', district: 'alder', state: 'done', edition: '0123456789ab', why: null },
      { state: 'failed', edition: null, steps_made: 3, why: 'sites.csv: It is empty.' },
      { state: 'cancelled', why: 'not begun' },
    ]);
  });

  test('says of an edition whether readers see it', () => {
    const made = { end: 'made', edition: '0123456789ab', made: 1, reused: 0 } as const;
    expect(endWords({ ...made, outcome: 'waits for approval' })).toBe(
      'done: edition 0123456789ab waits for approval (1 step made, 0 reused)',
    );
    expect(endWords({ ...made, outcome: 'already published' })).toMatch(/is already published/);
    expect(endWords({ end: 'made', made: 2, reused: 5 })).toBe('done: 2 steps made, 5 reused');
  });

  test.each<[ItemEnd[], number]>([
    [['made', 'skipped', 'no_files'], 0],
    [['made', 'blocked'], 3],
    [['blocked', 'failed', 'made'], 1],
    [['made', 'cancelled'], 1],
    [[], 0],
  ])('%j has the exit code %i', (ends, code) => {
    expect(batchExit(ends.map((end) => ({ end })))).toBe(code);
  });
});

describe('what travels to a Temporal server', () => {
  const limit = 64 * 1024;
  const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

  test('is in pages below 64 KB, with every item once and in order', () => {
    const many = Array.from({ length: mostItems }, (_, i) => ({
      ...item(`Unified School District Number ${i}`),
      asks: { districtFolder: `/srv/${'x'.repeat(120)}/${i}`, extractsFolder: `/srv/${i}` },
    }));
    const pages = pagesOf(many);
    expect(pages.flat()).toEqual(many);
    expect(pages.length).toBeGreaterThan(1);
    expect(Math.max(...pages.map(bytes))).toBeLessThan(limit);
    expect(pagesOf([])).toEqual([]);
  });

  test('has room for the results of as many refreshes as a batch may hold, however they end', () => {
    const why = 'ledger GL_FY2024.csv: '.repeat(40);
    const steps = { made: 1234, reused: 1234 };
    const ends = [
      { end: 'blocked', ...steps, why },
      { end: 'made', ...steps, edition: '0123456789ab', outcome: 'waits for approval' },
    ] as const;
    for (const end of ends) {
      const results = Array.from({ length: mostItems }, (_, place) =>
        shortened({ place, ...end }, roomForReason(mostItems)),
      );
      expect(bytes(results)).toBeLessThan(limit);
    }
    expect(roomForReason(mostItems)).toBeGreaterThan(20);
    expect(roomForReason(3)).toBe(300);
  });
});
