import type { DeclaredCalendar, Schedule } from '../config/schedule.ts';
import {
  allOf,
  type Calendar,
  CalendarMistake,
  checkCalendar,
  DAYS_OF_WEEK,
  inOrder,
  MONTHS,
} from './calendar.ts';
import { parseCron } from './cron.ts';

/** What a declared schedule means, whether it has a cron line or a calendar. */
export function calendarOf({ cron, calendar }: Pick<Schedule, 'cron' | 'calendar'>): Calendar {
  if (cron !== undefined) return parseCron(cron);
  if (calendar !== undefined) return parseCalendar(calendar);
  throw new CalendarMistake('must have a cron or a calendar');
}

/** A calendar as it is declared: what it leaves out is any day, any month, and the full hour. */
export function parseCalendar(declared: DeclaredCalendar): Calendar {
  const { hour, minute, day_of_month, month, day_of_week } = declared;
  const numbers = <T>(given: T | readonly T[], numberOf: (value: T) => number): readonly number[] =>
    inOrder((Array.isArray(given) ? (given as readonly T[]) : [given as T]).map(numberOf));
  const same = (value: number): number => value;
  return checkCalendar({
    minute: numbers(minute, same),
    hour: numbers(hour, same),
    day_of_month: day_of_month === undefined ? allOf('day_of_month') : numbers(day_of_month, same),
    month:
      month === undefined ? allOf('month') : numbers(month, (name) => MONTHS.indexOf(name) + 1),
    day_of_week:
      day_of_week === undefined
        ? allOf('day_of_week')
        : numbers(day_of_week, (name) => DAYS_OF_WEEK.indexOf(name)),
  });
}
