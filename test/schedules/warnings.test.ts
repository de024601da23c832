import { expect, test } from 'vitest';
import { scheduleWarnings } from '../../transforms/schedules/warnings.ts';

const warnings = (cron: string, zone = 'America/New_York'): readonly string[] =>
  scheduleWarnings(
    { id: 'monthly', cron, calendar: undefined },
    zone,
    new Date('2026-11-22T12:00:00Z'),
  );

test.each(['0 1 * * *', '59 2 6 * *', '30 2,14 * * *'])(
  '%s may be left out or repeated',
  (cron) => {
    expect(warnings(cron)).toEqual([
      expect.stringContaining('monthly starts between 1:00 and 3:00 AM.'),
    ]);
  },
);

test.each(['59 0 * * *', '0 3 * * *', '30 4 6 * *', '*/15 * * * *'])('%s is as it is', (cron) => {
  expect(warnings(cron)).toEqual([]);
});

test.each(['America/Phoenix', 'Pacific/Honolulu', 'America/Puerto_Rico'])(
  'clocks in %s do not change',
  (zone) => {
    expect(warnings('30 1 * * *', zone)).toEqual([]);
  },
);

test('a day that some months do not have', () => {
  expect(warnings('0 4 31 * *')).toEqual(['monthly does not start in months that have no day 31.']);
  expect(warnings('0 4 15,31 * *')).toEqual([
    'monthly starts less often in months that have no day 31.',
  ]);
  expect(warnings('0 4 30,31 1,4 *')).toEqual([
    'monthly starts less often in months that have no day 31.',
  ]);
  expect(warnings('0 4 29 2 *')).toEqual(['monthly does not start in months that have no day 29.']);
});

test.each(['0 6 31 1 *', '0 6 30 4,6 *', '0 6 28 * *', '0 6 * * *', '0 6 31 1,3,12 *'])(
  '%s names no day that its months lack',
  (cron) => expect(warnings(cron)).toEqual([]),
);
