import { describe, expect, test } from 'vitest';
import { describeFreshness, type FreshnessFacts } from '../../pipelines/operations/freshness.ts';

const day = 86_400;
const source = (id: string, more: object = {}) => ({ id, ...more });
const facts = (more: Partial<FreshnessFacts>, freshness: object = {}): FreshnessFacts => ({
  district: {
    district: { id: 'small', name: 'Small', state: 'OH', time_zone: 'America/New_York' },
    freshness,
    sources: [],
  },
  now: new Date('2026-11-22T04:30:00Z'),
  times: { refresh: null, sources: new Map() },
  asOf: null,
  ...more,
});
const states = (given: FreshnessFacts) => describeFreshness(given).map(({ state }) => state);
const refresh = { late_after: 2 * day, stale_after: 7 * day };

describe('freshness', () => {
  // Now is November 22, 4:30 in UTC.
  test.each([
    ['2026-11-22T04:00:00Z', 'fresh'],
    ['2026-11-20T04:30:00Z', 'fresh'],
    ['2026-11-20T04:29:59Z', 'late'],
    ['2026-11-15T04:30:00Z', 'late'],
    ['2026-11-15T04:29:59Z', 'stale'],
    [null, 'stale'],
  ] as const)('a refresh that ended at %s is %s', (ended, state) => {
    const times = { refresh: ended, sources: new Map() };
    expect(states(facts({ times }, { refresh }))[0]).toBe(state);
  });

  test('what the district does not declare has its age, and no judgement', () => {
    const times = { refresh: '2026-11-21T04:30:00Z', sources: new Map() };
    expect(describeFreshness(facts({ times }))[0]).toEqual({
      topic: 'refresh',
      source: null,
      since: '2026-11-21T04:30:00Z',
      age_seconds: day,
      state: null,
      late_after_seconds: null,
      stale_after_seconds: null,
    });
  });

  // 4:30 in UTC is 11:30 in the evening of November 21 in New York.
  test('the data are as old as the days since their date, by the calendar of the district', () => {
    const data = { late_after: 40 * day, stale_after: 75 * day };
    const age = (asOf: string) => describeFreshness(facts({ asOf }, { data }))[1];
    expect(age('2026-10-12')).toMatchObject({ age_seconds: 40 * day, state: 'fresh' });
    expect(age('2026-10-11')).toMatchObject({ age_seconds: 41 * day, state: 'late' });
    expect(age('2026-09-06')).toMatchObject({ age_seconds: 76 * day, state: 'stale' });
    expect(age('2026-12-31')).toMatchObject({ age_seconds: 0, state: 'fresh' });
  });

  test('each source is judged by its own expectation', () => {
    const sources = [
      source('ledger', { freshness: { late_after: day, stale_after: 2 * day } }),
      source('sites', { freshness: { late_after: 400 * day, stale_after: 500 * day } }),
      source('roster'),
      source('payroll', { freshness: { late_after: day, stale_after: 2 * day } }),
    ] as unknown as FreshnessFacts['district']['sources'];
    const at = '2026-11-20T16:30:00Z';
    const times = {
      refresh: null,
      sources: new Map([
        ['ledger', at],
        ['sites', at],
        ['roster', at],
      ]),
    };
    const given = facts({ times });
    const district = { ...given.district, sources };
    expect(states({ ...given, district }).slice(2)).toEqual(['late', 'fresh', null, 'stale']);
  });
});
