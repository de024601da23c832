import {
  type Calendar,
  CalendarMistake,
  checkCalendar,
  DAYS_OF_WEEK,
  type Field,
  FIELD_NAMES,
  FIELDS,
  inOrder,
  MONTHS,
  restricts,
} from './calendar.ts';
import { rangesOf } from './ranges.ts';

/** Reads a cron line of five fields: numbers, names, ranges, lists, steps, `*` and `?`. */
export function parseCron(text: string): Calendar {
  const parts = text.trim().split(/\s+/);
  if (parts.length !== FIELD_NAMES.length) {
    throw new CalendarMistake(
      'must have five fields: minute, hour, day of the month, month, day of the week',
    );
  }
  const fields = FIELD_NAMES.map((field, i) => [field, valuesOf(field, parts[i] ?? '')]);
  return checkCalendar(Object.fromEntries(fields) as Calendar);
}

/** The shortest cron line that means the same. */
export function cronText(calendar: Calendar): string {
  return FIELD_NAMES.map((field) => {
    if (!restricts(calendar, field)) return '*';
    const { least, most } = FIELDS[field];
    const ranges = rangesOf(calendar[field]).map(({ start, end, step }) => {
      if (start === end) return String(start);
      if (start === least && end + step > most) return `*/${step}`;
      return step === 1 ? `${start}-${end}` : `${start}-${end}/${step}`;
    });
    return ranges.join(',');
  }).join(' ');
}

function valuesOf(field: Field, text: string): readonly number[] {
  return inOrder(text.split(',').flatMap((part) => valuesOfPart(field, part)));
}

function valuesOfPart(field: Field, text: string): readonly number[] {
  const [, from, to, every] = /^(\*|\?|\w+)(?:-(\w+))?(?:\/(\d+))?$/.exec(text) ?? [];
  if (from === undefined || ((from === '*' || from === '?') && to !== undefined)) {
    throw new CalendarMistake(`has ${FIELDS[field].words} that cannot be read: ${text}`);
  }
  const { least, most } = FIELDS[field];
  const any = from === '*' || from === '?';
  const start = any ? least : valueOf(field, from);
  // With a step, one value is where it begins: 5/15 is 5, 20, 35, 50.
  const alone = every === undefined && !any ? start : most;
  const end = to === undefined ? alone : lastOf(field, start, to);
  const step = every === undefined ? 1 : Number(every);
  if (end < start || step < 1) {
    throw new CalendarMistake(`has ${FIELDS[field].words} that goes backwards: ${text}`);
  }
  const values = Array.from(
    { length: Math.floor((end - start) / step) + 1 },
    (_, i) => start + i * step,
  );
  return field === 'day_of_week' ? values.map((day) => day % 7) : values;
}

/** Sunday ends a week as well as it begins one: `fri-sun`, `5-7`. */
function lastOf(field: Field, start: number, text: string): number {
  const end = valueOf(field, text);
  return field === 'day_of_week' && end === 0 && start > 0 ? 7 : end;
}

function valueOf(field: Field, text: string): number {
  const { least, words } = FIELDS[field];
  const most = field === 'day_of_week' ? 7 : FIELDS[field].most;
  const value = /^\d+$/.test(text) ? Number(text) : numberOfName(field, text.toLowerCase());
  if (value === undefined || value < least || value > most) {
    throw new CalendarMistake(`has ${words} that does not exist: ${text}`);
  }
  return value;
}

/** A month or a day of the week by its name, or by the first three letters of it. */
function numberOfName(field: Field, name: string): number | undefined {
  const names: readonly string[] =
    field === 'month' ? MONTHS : field === 'day_of_week' ? DAYS_OF_WEEK : [];
  const index = names.findIndex((full) => full === name || full.slice(0, 3) === name);
  return index === -1 ? undefined : index + FIELDS[field].least;
}
