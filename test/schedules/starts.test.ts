import { expect, test } from 'vitest';
import { type Start, startsAfter } from '../../transforms/schedules/starts.ts';

const zone = 'America/Phoenix';

function starts(district: string, cron: string, jitter: number, count: number): readonly Start[] {
  const schedule = { id: 'often', cron, calendar: undefined, jitter };
  const all = startsAfter(district, schedule, zone, new Date('2027-01-05T00:00:00Z'));
  return Array.from({ length: count }, () => all.next().value as Start);
}

const delays = (all: readonly Start[]): readonly number[] =>
  all.map(({ nominal, due }) => (due.getTime() - nominal.getTime()) / 1000);

test('without jitter, a start comes at its time', () => {
  expect(delays(starts('riverbend', '0 * * * *', 0, 5))).toEqual([0, 0, 0, 0, 0]);
});

test('jitter is the same whenever it is asked for, and other for each time and each district', () => {
  const once = delays(starts('riverbend', '0 4 * * *', 600, 20));
  expect(delays(starts('riverbend', '0 4 * * *', 600, 20))).toEqual(once);
  expect(once.every((delay) => delay >= 0 && delay < 600)).toBe(true);
  expect(new Set(once).size).toBe(20);
  expect(delays(starts('lakeside', '0 4 * * *', 600, 20))).not.toEqual(once);
});

test('no start comes after the next one is declared, however long the jitter', () => {
  const all = starts('riverbend', '*/15 * * * *', 86_400, 50);
  expect(delays(all).every((delay) => delay < 15 * 60)).toBe(true);
});
