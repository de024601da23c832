import { expect, test } from 'vitest';
import { calendarOf } from '../../transforms/schedules/calendar-of.ts';
import { cronText, parseCron } from '../../transforms/schedules/cron.ts';

test('a cron line is the values of its fields', () => {
  const calendar = parseCron('*/20,5 9-17/4 ? jan,July-SEP 1-5');
  expect(calendar.minute).toEqual([0, 5, 20, 40]);
  expect(calendar.hour).toEqual([9, 13, 17]);
  expect(calendar.day_of_month).toHaveLength(31);
  expect(calendar.month).toEqual([1, 7, 8, 9]);
  expect(calendar.day_of_week).toEqual([1, 2, 3, 4, 5]);
});

test('one value with a step is where the steps begin', () => {
  expect(parseCron('5/20 0 * * *').minute).toEqual([5, 25, 45]);
});

test.each(['0 4 * * 0', '0 4 * * 7', '0 4 * * sun', '0 4 * * Sunday'])('%s is Sunday', (text) => {
  expect(parseCron(text).day_of_week).toEqual([0]);
});

test.each(['5-7', 'fri-sun', '5,6,0'])('%s ends on Sunday', (days) => {
  expect(parseCron(`0 4 * * ${days}`).day_of_week).toEqual([0, 5, 6]);
});

test.each([
  ['0 4 * *', 'must have five fields'],
  ['@daily', 'must have five fields'],
  ['0 0 4 * * *', 'must have five fields'],
  ['60 4 * * *', 'a minute that does not exist: 60'],
  ['0 24 * * *', 'an hour that does not exist: 24'],
  ['0 4 0 * *', 'a day of the month that does not exist: 0'],
  ['0 4 * 13 *', 'a month that does not exist: 13'],
  ['0 4 * * 8', 'a day of the week that does not exist: 8'],
  ['0 4 * * tues', 'a day of the week that does not exist: tues'],
  ['0 4 * * fri-mon', 'a day of the week that goes backwards: fri-mon'],
  ['0 17-9 * * *', 'an hour that goes backwards: 17-9'],
  ['*/0 4 * * *', 'a minute that goes backwards'],
  ['*-5 4 * * *', 'a minute that cannot be read'],
  ['1, 4 * * *', 'a minute that cannot be read'],
  ['0 4 L * *', 'a day of the month that does not exist: L'],
  ['0 4 * * 1#2', 'a day of the week that cannot be read'],
  ['0 4 6 * mon', 'write two schedules'],
  ['0 4 30 2 *', 'a day that these months do not have'],
  ['0 4 31 4,6,9,11 *', 'a day that these months do not have'],
])('%s is refused', (text, words) => {
  expect(() => parseCron(text)).toThrow(words);
});

test('February 29 is a day', () => {
  expect(parseCron('0 4 29 2 *').day_of_month).toEqual([29]);
});

test('a calendar and a cron line mean the same', () => {
  const declared = { hour: 4, minute: 30, day_of_month: [21, 6], month: undefined };
  expect(
    calendarOf({ cron: undefined, calendar: { ...declared, day_of_week: undefined } }),
  ).toEqual(parseCron('30 4 6,21 * *'));
  const weekdays = { hour: [6, 18], minute: 0, day_of_month: undefined };
  expect(
    calendarOf({
      cron: undefined,
      calendar: { ...weekdays, month: 'june', day_of_week: ['friday', 'monday'] },
    }),
  ).toEqual(parseCron('0 6,18 * 6 1,5'));
});

test.each([
  ['30 4 6,21 * *', '30 4 6,21 * *'],
  ['0,15,30,45 * * * *', '*/15 * * * *'],
  ['5-59/15 0-20/2 * * *', '5-50/15 0-20/2 * * *'],
  ['*/1 0-23 1-31 jan-dec sun-sat', '* * * * *'],
  ['0 4 * * mon-fri', '0 4 * * 1-5'],
  ['0 4 1,2,3,10 * *', '0 4 1-3,10 * *'],
])('%s is written %s', (text, short) => {
  expect(cronText(parseCron(text))).toBe(short);
  expect(parseCron(short)).toEqual(parseCron(text));
});
