import type { Schedule } from '../config/schedule.ts';
import { type Calendar, restricts } from './calendar.ts';
import { calendarOf } from './calendar-of.ts';
import { changesClocks } from './time-zone.ts';

/** What a careful person would want to know of a schedule before it goes wrong; `today` is when they ask. */
export function scheduleWarnings(
  schedule: Pick<Schedule, 'id' | 'cron' | 'calendar'>,
  zone: string,
  today: Date,
): readonly string[] {
  const { id } = schedule;
  const calendar = calendarOf(schedule);
  const { hour } = calendar;
  // One that starts in every hour loses nothing when an hour is left out or repeated.
  const atNight = hour.length < 24 && hour.some((h) => h === 1 || h === 2);
  const night =
    atNight && changesClocks(zone, today)
      ? [
          `${id} starts between 1:00 and 3:00 AM. When daylight saving time begins a time after 2:00 does ` +
            'not come, when it ends one before 2:00 comes twice. A time before 1:00 or from 3:00 AM on comes once.',
        ]
      : [];
  return [...night, ...missingDays(id, calendar)];
}

/** Days that some of the months do not have; a schedule of every day takes what there is. */
function missingDays(id: string, calendar: Calendar): readonly string[] {
  const { day_of_month: days, month } = calendar;
  if (!restricts(calendar, 'day_of_month')) return [];
  const shortest = Math.min(...month.map(daysIn));
  const missing = days.filter((day) => day > shortest);
  if (missing.length === 0) return [];
  const what = missing.length === days.length ? 'does not start' : 'starts less often';
  return [`${id} ${what} in months that have no day ${missing.join(' or ')}.`];
}

/** In a year that is no leap year. */
const daysIn = (month: number): number => new Date(Date.UTC(2027, month, 0)).getUTCDate();
