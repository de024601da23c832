import { describe, expect, test } from 'vitest';
import {
  describeRun,
  endedWell,
  type Surroundings,
  troubles,
} from '../../pipelines/operations/run.ts';
import { eventsOf, type Line } from '../support/run-logs.ts';

const here: Surroundings = {
  now: new Date('2026-09-01T12:30:00Z'),
  host: 'here',
  stillRuns: ({ pid }) => pid === 7,
};
const runOf = (lines: readonly Line[], now = here.now) =>
  describeRun(eventsOf('2026-09-01T12', lines), { ...here, now });

const alive = { process: { pid: 7, started: 'x' } };
const gone = { process: { pid: 8, started: 'x' } };
const start = (about: Line['about']): Line => ({
  second: 0,
  event: 'run_started',
  about: about ?? {},
});
const sites = { asset: 'core.sites', partition: '2024' };

describe('a run', () => {
  test('that ended tells when, how and with which edition', () => {
    const run = runOf([
      start({ engine: 'temporal', trigger: 'schedule', schedule: 'monthly' }),
      { second: 1, ...sites, state: 'running' },
      { second: 5, ...sites, state: 'made', why: 'code changed', rows: 93, ms: 4000 },
      { second: 9, event: 'run_ended', state: 'made', key: 'abc', ms: 9000 },
    ]);
    expect(run).toMatchObject({
      engine: 'temporal',
      trigger: 'schedule',
      schedule: 'monthly',
      state: 'made',
      edition: 'abc',
      started_at: '2026-09-01T12:00:00.000Z',
      ended_at: '2026-09-01T12:00:09.000Z',
      ms: 9000,
    });
    expect(run?.steps).toEqual([
      {
        ...sites,
        name: 'core.sites 2024',
        state: 'made',
        why: 'code changed',
        rows: 93,
        ms: 4000,
        error: null,
      },
    ]);
  });

  test('of selected steps ends well and is no refresh of the map', () => {
    const run = runOf([start({}), { second: 9, event: 'run_ended', state: 'made' }]);
    expect(run && endedWell(run)).toBe(false);
  });

  test.each([
    ['its process runs', alive, '2026-09-01T12:30:00Z', 'running'],
    ['its process runs, for a day', alive, '2026-09-02T12:30:00Z', 'running'],
    ['its process is gone', gone, '2026-09-01T12:00:10Z', 'interrupted'],
    ['a process of another host', { ...alive, host: 'there' }, '2026-09-01T12:59:00Z', 'running'],
    ['nothing is heard for an hour', { ...gone, host: 'there' }, '2026-09-01T13:30:00Z', 'no_news'],
    ['a server has it', { engine: 'temporal' }, '2026-09-01T12:59:00Z', 'running'],
    ['a server is silent', { engine: 'temporal' }, '2026-09-01T13:30:00Z', 'no_news'],
  ] as const)('without an end: %s', (_, about, now, state) => {
    const lines = [start(about), { second: 1, ...sites, state: 'running' } as const];
    expect(runOf(lines, new Date(now))?.state).toBe(state);
  });

  test('that was skipped says why', () => {
    const about = { trigger: 'schedule', schedule: 'nightly' } as const;
    const run = runOf([{ second: 0, event: 'run_skipped', why: 'Another goes on.', about }]);
    expect(run).toMatchObject({ state: 'skipped', why: 'Another goes on.', schedule: 'nightly' });
  });

  test('tells what failed and what blocked, and not what only waited for it', () => {
    const run = runOf([
      start({}),
      { second: 1, ...sites, state: 'failed', error: 'No such column. Ask for the file again.' },
      { second: 2, asset: 'checks.rows', state: 'blocked', error: 'Blocked: rows are missing.' },
      { second: 3, asset: 'marts.need', state: 'blocked', why: 'core.sites 2024 did not end well' },
      { second: 4, event: 'run_ended', state: 'failed' },
    ]);
    expect(run?.state).toBe('failed');
    expect(run && troubles(run)).toEqual([
      { step: 'core.sites 2024', error: 'No such column. Ask for the file again.' },
      { step: 'checks.rows', error: 'Blocked: rows are missing.' },
    ]);
  });

  test('that could not even start to plan tells so', () => {
    const run = runOf([
      start({}),
      { second: 1, event: 'run_ended', state: 'failed', error: 'There is no ledger.' },
    ]);
    expect(run && troubles(run)).toEqual([{ step: 'the refresh', error: 'There is no ledger.' }]);
  });

  test('is nothing without a line', () => {
    expect(describeRun([], here)).toBeUndefined();
  });
});
