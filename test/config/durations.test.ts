import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { durationWords, secondsOf } from '../../transforms/config/duration.ts';
import { loadDistrict } from '../../transforms/config/load-district.ts';

describe('a duration', () => {
  test.each([
    ['45s', 45],
    ['10m', 600],
    ['12h', 43_200],
    ['40d', 3_456_000],
    ['0s', 0],
    ['2 d', undefined],
    ['1.5h', undefined],
    ['12', undefined],
    ['P2D', undefined],
    ['-1d', undefined],
  ])('%s is %s seconds', (text, seconds) => {
    expect(secondsOf(text)).toBe(seconds);
  });

  test.each([
    [0, '0 seconds'],
    [1, '1 second'],
    [90, '1 minute 30 seconds'],
    [3600, '1 hour'],
    [129_600, '1 day 12 hours'],
    [86_461, '1 day'],
    [3_456_000, '40 days'],
  ])('of %s seconds is %s', (seconds, words) => {
    expect(durationWords(seconds)).toBe(words);
  });
});

describe('expectations of freshness', () => {
  const yaml = readFileSync(new URL('../support/small-district.yaml', import.meta.url), 'utf8');
  const load = (lines: string) => loadDistrict(`${yaml}${lines}`, 'district.yaml');

  test('are read as seconds, and none is declared by itself', () => {
    expect(load('').freshness).toEqual({});
    expect(load('freshness: { refresh: { late_after: 2d, stale_after: 7d } }').freshness).toEqual({
      refresh: { late_after: 172_800, stale_after: 604_800 },
    });
  });

  test.each([
    ['{ refresh: { late_after: 2d, stale_after: 1d } }', 'which is 2 days'],
    ['{ data: { late_after: 2, stale_after: 3d } }', 'freshness.data.late_after must be text'],
    ['{ data: { late_after: 2w, stale_after: 3d } }', 'a whole number and s, m, h or d'],
    ['{ data: { late_after: 2d } }', 'freshness.data.stale_after must be'],
    [
      '{ sources: { late_after: 2d, stale_after: 3d } }',
      'There is no setting sources in freshness',
    ],
  ])('%s is refused', (text, sentence) => {
    expect(() => load(`freshness: ${text}`)).toThrow(sentence);
  });
});
