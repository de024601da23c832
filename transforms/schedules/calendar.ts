/** The fields of a calendar, with the values that each may have; days of the week count from Sunday. */
export const FIELDS = {
  minute: { least: 0, most: 59, words: 'a minute' },
  hour: { least: 0, most: 23, words: 'an hour' },
  day_of_month: { least: 1, most: 31, words: 'a day of the month' },
  month: { least: 1, most: 12, words: 'a month' },
  day_of_week: { least: 0, most: 6, words: 'a day of the week' },
} as const;

export type Field = keyof typeof FIELDS;

/** In the order of a cron line. */
export const FIELD_NAMES = Object.keys(FIELDS) as readonly Field[];

/**
 * The local times at which a schedule starts: those of which every field has one of these values. It is what a cron
 * line and a calendar both mean, whoever keeps the clock; the values of a field stand in order, each once.
 */
export type Calendar = Readonly<Record<Field, readonly number[]>>;

/** What is wrong with a cron line or a calendar, worded to follow the name of the setting. */
export class CalendarMistake extends Error {
  override readonly name = 'CalendarMistake';
}

export const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;

export const DAYS_OF_WEEK = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;

/** Every value of a field. */
export function allOf(field: Field): readonly number[] {
  const { least, most } = FIELDS[field];
  return Array.from({ length: most - least + 1 }, (_, i) => least + i);
}

/** Whether a calendar leaves out some values of a field. */
export function restricts(calendar: Calendar, field: Field): boolean {
  return calendar[field].length < allOf(field).length;
}

/** The values in order, each once. */
export function inOrder(values: readonly number[]): readonly number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}

/** Refuses a calendar that means two things, or nothing. */
export function checkCalendar(calendar: Calendar): Calendar {
  if (restricts(calendar, 'day_of_month') && restricts(calendar, 'day_of_week')) {
    throw new CalendarMistake(
      'names days of the month and days of the week, which some read as "both" and others as "either": ' +
        'write two schedules',
    );
  }
  const daysIn = (month: number): number => new Date(Date.UTC(2028, month, 0)).getUTCDate();
  const first = calendar.day_of_month[0] ?? 1;
  if (!calendar.month.some((month) => first <= daysIn(month))) {
    throw new CalendarMistake('names a day that these months do not have');
  }
  return calendar;
}
