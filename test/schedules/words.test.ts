import { expect, test } from 'vitest';
import { appliedLines, listedLines } from '../../pipelines/cli/schedule-words.ts';
import { serveJson, serveLines } from '../../pipelines/cli/serve-words.ts';
import type { News } from '../../pipelines/local/serve-events.ts';
import type { RefreshResult } from '../../pipelines/refresh/result.ts';

const district = { id: 'small', name: 'Small Town', state: 'AZ', time_zone: 'America/Phoenix' };
const at = new Date('2027-01-05T12:30:00Z');
const four = new Date('2027-01-05T11:00:00Z');
const now = 'Tue, Jan 5, 2027, 5:30 AM MST  Small Town, daily:';

const lines = (news: News): readonly string[] =>
  serveLines({ at, district, schedule: 'daily', news });

const result = (change: Partial<RefreshResult>): RefreshResult => ({
  runId: 'run',
  district,
  home: 'home',
  end: 'made',
  states: { made: 1, reused: 1200 },
  failures: [],
  warnings: [],
  late: [],
  published: { edition: '0123456789ab', outcome: 'published' },
  siteBuilt: true,
  ...change,
});

test.each<[News, string]>([
  [{ kind: 'watching', next: four, warnings: [] }, 'starts next on Tue, Jan 5, 2027, 4:00 AM MST.'],
  [{ kind: 'started', nominal: four, trigger: 'schedule' }, 'refresh started.'],
  [
    { kind: 'started', nominal: four, trigger: 'catch_up' },
    'refresh started, 1 hour 30 minutes late: it makes up for Tue, Jan 5, 2027, 4:00 AM MST.',
  ],
  [
    { kind: 'skipped', nominal: four, why: 'refresh R goes on' },
    'skipped, because refresh R goes on.',
  ],
  [
    { kind: 'missed', count: 1, last: four },
    'missed Tue, Jan 5, 2027, 4:00 AM MST, too long ago to be made up for.',
  ],
  [
    { kind: 'missed', count: 1000, last: four },
    'missed 1,000 times, the last on Tue, Jan 5, 2027, 4:00 AM MST, too long ago to be made up for.',
  ],
  [
    { kind: 'ended', result: result({}) },
    'published edition 0123456789ab (1 step made, 1,200 reused).',
  ],
  [
    { kind: 'ended', result: result({ end: 'cancelled' }) },
    'stopped. Nothing is half done: the next refresh goes on from here.',
  ],
])('serve says what happens: %o', (news, words) => {
  expect(lines(news)).toEqual([`${now} ${words}`]);
});

test('serve says why nothing was published', () => {
  const what = 'Blocked: The ledger ties.';
  const facts = { code: 'check_x', what, fix: 'Ask finance.', message: what };
  const failures = [{ step: 'checks.x@all', name: 'checks.x', facts }];
  expect(lines({ kind: 'ended', result: result({ end: 'blocked', failures }) })).toEqual([
    `${now} blocked by a check. Nothing was published; readers still see what they saw before.`,
    '  Blocked: The ledger ties.',
    '    fix: Ask finance.',
  ]);
});

test('as JSON, an event is one line', () => {
  const event = {
    at,
    district,
    schedule: 'daily',
    news: { kind: 'ended', result: result({}) },
  } as const;
  expect(JSON.parse(serveJson(event))).toMatchObject({
    format: 1,
    district: 'small',
    schedule: 'daily',
    event: 'ended',
    state: 'made',
    edition: '0123456789ab',
  });
});

test('what was applied, and what starts next', () => {
  const next = [four];
  expect(
    appliedLines({ district }, [
      { id: 'daily', change: 'created', paused: false, next },
      { id: 'weekly', change: 'unchanged', paused: true, next },
      { id: 'old', change: 'deleted', paused: false, next: [] },
    ]),
  ).toEqual([
    'Small Town, daily: created.',
    '  starts Tue, Jan 5, 2027, 4:00 AM MST',
    'Small Town, weekly: unchanged. It is paused: nothing starts until it is resumed.',
    'Small Town, old: deleted, because district.yaml declares it no more.',
  ]);
});

test('what is on the server, and what came of it', () => {
  const blank = {
    every: null,
    changed: false,
    note: null,
    next: [],
    last: [],
    skipped: 0,
    missed: 0,
  };
  const start = (outcome: 'made' | 'skipped' | 'failed' | 'nothing_new', what: string) => ({
    at: four,
    workflow: 'w',
    outcome,
    what,
  });
  expect(
    listedLines({ district }, [
      {
        ...blank,
        id: 'daily',
        cron: '0 4 * * *',
        state: 'running',
        next: [four],
        last: [
          start('made', '0123456789ab'),
          start('skipped', 'one goes on'),
          start('failed', 'No.'),
        ],
        skipped: 2,
        missed: 1,
      },
      { ...blank, id: 'weekly', cron: '0 5 * * 1', state: 'paused', note: 'Audit', changed: true },
      { ...blank, id: 'new', cron: '0 6 * * *', state: 'not applied' },
      {
        ...blank,
        id: 'new-files',
        cron: null,
        every: 300,
        state: 'running',
        next: [four],
        last: [start('nothing_new', 'no new files')],
        skipped: 7,
      },
    ]),
  ).toEqual([
    'Small Town, daily (0 4 * * *): on.',
    '  starts Tue, Jan 5, 2027, 4:00 AM MST',
    '  Tue, Jan 5, 2027, 4:00 AM MST: done, edition 0123456789ab',
    '  Tue, Jan 5, 2027, 4:00 AM MST: skipped, because one goes on',
    '  Tue, Jan 5, 2027, 4:00 AM MST: failed: No.',
    '  2 starts skipped so far, because the one before went on',
    '  1 start missed so far, too long ago to be made up for',
    'Small Town, weekly (0 5 * * 1): paused (Audit); district.yaml has changed since: run schedule apply.',
    'Small Town, new (0 6 * * *): not on the server yet: run schedule apply.',
    'Small Town, new-files (looked for every 5 minutes): on.',
    '  Tue, Jan 5, 2027, 4:00 AM MST: no new files',
  ]);
});
