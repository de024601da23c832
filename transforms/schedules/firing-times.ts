import type { Schedule } from '../config/schedule.ts';
import type { Calendar } from './calendar.ts';
import { calendarOf } from './calendar-of.ts';
import { instantsOf, localTime } from './time-zone.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** February 29 comes after eight years at the latest. */
const longestWait = 9 * 366;

/** The next times after an instant at which a schedule starts. */
export function firingTimes(
  schedule: Pick<Schedule, 'cron' | 'calendar'>,
  zone: string,
  after: Date,
  count: number,
): Date[] {
  const times: Date[] = [];
  for (const time of firingsAfter(schedule, zone, after)) {
    if (times.push(time) >= count) break;
  }
  return times;
}

/**
 * All times after an instant at which a schedule starts, in order: whenever the clocks of the zone show one of its
 * local times. A time that the clocks leave out in spring does not come that day, and one that they repeat in fall
 * comes twice. So has a Temporal server it in zones west of Greenwich; east of it, the server misses one of the two.
 */
export function* firingsAfter(
  schedule: Pick<Schedule, 'cron' | 'calendar'>,
  zone: string,
  after: Date,
): Generator<Date> {
  const calendar = calendarOf(schedule);
  const now = localTime(zone, after.getTime());
  // From the day before, in case that clocks go back over midnight.
  let date = now - (now % day) - day;
  for (let idle = 0; idle < longestWait; idle += 1, date += day) {
    if (!isDayOf(calendar, new Date(date))) continue;
    idle = 0;
    const local = calendar.hour.flatMap((h) =>
      calendar.minute.map((m) => date + h * hour + m * minute),
    );
    for (const instant of instantsOf(zone, local)) {
      if (instant > after.getTime()) yield new Date(instant);
    }
  }
}

function isDayOf({ day_of_month, month, day_of_week }: Calendar, date: Date): boolean {
  return (
    month.includes(date.getUTCMonth() + 1) &&
    day_of_month.includes(date.getUTCDate()) &&
    day_of_week.includes(date.getUTCDay())
  );
}
