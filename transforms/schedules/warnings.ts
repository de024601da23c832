import type { Schedule } from '../config/schedule.ts';
import { calendarOf } from './calendar-of.ts';
import { changesClocks } from './time-zone.ts';

/** What a careful person would want to know of a schedule before it goes wrong; `today` is when they ask. */
export function scheduleWarnings(
  schedule: Pick<Schedule, 'id' | 'cron' | 'calendar'>,
  zone: string,
  today: Date,
): readonly string[] {
  const { hour, day_of_month } = calendarOf(schedule);
  // One that starts in every hour loses nothing when an hour is left out or repeated.
  const atNight = hour.length < 24 && hour.some((h) => h === 1 || h === 2);
  const night =
    atNight && changesClocks(zone, today)
      ? [
          `${schedule.id} starts between 1:00 and 3:00 AM. When daylight saving time begins a time after 2:00 does ` +
            'not come, when it ends one before 2:00 comes twice. A time before 1:00 or from 3:00 AM on comes once.',
        ]
      : [];
  const first = day_of_month[0] ?? 1;
  const late =
    first > 28
      ? [`${schedule.id} does not start in months that have no day ${day_of_month.join(' or ')}.`]
      : [];
  return [...night, ...late];
}
