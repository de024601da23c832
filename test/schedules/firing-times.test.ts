import { describe, expect, test } from 'vitest';
import { firingTimes } from '../../transforms/schedules/firing-times.ts';
import { localWords } from '../../transforms/schedules/time-zone.ts';

const times = (cron: string, zone: string, after: string, count: number): readonly string[] =>
  firingTimes({ cron, calendar: undefined }, zone, new Date(after), count).map((time) =>
    time.toISOString().replace(':00.000Z', 'Z'),
  );

const newYork = 'America/New_York';

test('monthly, over the new year', () => {
  // Eastern Standard Time is 5 hours behind UTC.
  expect(times('30 4 6 * *', newYork, '2026-11-22T12:00:00Z', 3)).toEqual([
    '2026-12-06T09:30Z',
    '2027-01-06T09:30Z',
    '2027-02-06T09:30Z',
  ]);
});

test('a time that has just come is not the next one', () => {
  expect(times('30 4 6 * *', newYork, '2026-12-06T09:30:00Z', 1)).toEqual(['2027-01-06T09:30Z']);
  expect(times('30 4 6 * *', newYork, '2026-12-06T09:29:59.999Z', 1)).toEqual([
    '2026-12-06T09:30Z',
  ]);
});

test('weekdays, from a Friday in Chicago', () => {
  expect(times('0 22 * * mon-fri', 'America/Chicago', '2027-01-08T12:00:00Z', 3)).toEqual([
    '2027-01-09T04:00Z',
    '2027-01-12T04:00Z',
    '2027-01-13T04:00Z',
  ]);
});

test('day 31 passes over shorter months', () => {
  expect(times('0 12 31 * *', 'America/Phoenix', '2027-01-31T20:00:00Z', 3)).toEqual([
    '2027-03-31T19:00Z',
    '2027-05-31T19:00Z',
    '2027-07-31T19:00Z',
  ]);
});

test('February 29, over 2100, which is no leap year', () => {
  expect(times('0 0 29 2 *', 'Pacific/Honolulu', '2092-06-01T00:00:00Z', 3)).toEqual([
    '2096-02-29T10:00Z',
    '2104-02-29T10:00Z',
    '2108-02-29T10:00Z',
  ]);
});

describe('in the night of March 14, 2027, 1:59 is followed by 3:00', () => {
  test('2:30 does not come that day', () => {
    expect(times('30 2 * * *', newYork, '2027-03-13T00:00:00Z', 3)).toEqual([
      '2027-03-13T07:30Z',
      '2027-03-15T06:30Z',
      '2027-03-16T06:30Z',
    ]);
  });

  test('a quarter of an hour stays one', () => {
    expect(times('*/15 * * * *', newYork, '2027-03-14T06:29:00Z', 4)).toEqual([
      '2027-03-14T06:30Z',
      '2027-03-14T06:45Z',
      '2027-03-14T07:00Z',
      '2027-03-14T07:15Z',
    ]);
  });
});

describe('in the night of November 7, 2027, 1:59 is followed by 1:00', () => {
  test('1:30 comes twice', () => {
    expect(times('30 1 * * *', newYork, '2027-11-06T12:00:00Z', 3)).toEqual([
      '2027-11-07T05:30Z',
      '2027-11-07T06:30Z',
      '2027-11-08T06:30Z',
    ]);
  });

  test('from within the second hour, once', () => {
    expect(times('30 1 * * *', newYork, '2027-11-07T06:10:00Z', 2)).toEqual([
      '2027-11-07T06:30Z',
      '2027-11-08T06:30Z',
    ]);
  });

  test('an hour stays an hour', () => {
    expect(times('0 * * * *', newYork, '2027-11-07T04:30:00Z', 4)).toEqual([
      '2027-11-07T05:00Z',
      '2027-11-07T06:00Z',
      '2027-11-07T07:00Z',
      '2027-11-07T08:00Z',
    ]);
  });

  test('nothing changes where clocks do not', () => {
    expect(times('30 1 * * *', 'America/Phoenix', '2027-11-06T12:00:00Z', 2)).toEqual([
      '2027-11-07T08:30Z',
      '2027-11-08T08:30Z',
    ]);
  });
});

test('a change of half an hour, as on Lord Howe Island, repeats that half hour', () => {
  // On April 4, 2027, 1:59 at UTC+11 is followed by 1:30 at UTC+10:30.
  expect(times('45 1 * * *', 'Australia/Lord_Howe', '2027-04-03T00:00:00Z', 3)).toEqual([
    '2027-04-03T14:45Z',
    '2027-04-03T15:15Z',
    '2027-04-04T15:15Z',
  ]);
});

test('a time is told as its place tells it', () => {
  expect(localWords(newYork, new Date('2027-11-07T05:30:00Z'))).toBe(
    'Sun, Nov 7, 2027, 1:30 AM EDT',
  );
  expect(localWords(newYork, new Date('2027-11-07T06:30:00Z'))).toBe(
    'Sun, Nov 7, 2027, 1:30 AM EST',
  );
});
