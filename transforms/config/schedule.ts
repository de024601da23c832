import { z } from 'zod';
import {
  type Calendar,
  CalendarMistake,
  DAYS_OF_WEEK,
  type Field,
  FIELDS,
  MONTHS,
} from '../schedules/calendar.ts';
import { parseCalendar } from '../schedules/calendar-of.ts';
import { parseCron } from '../schedules/cron.ts';
import { quoted } from './cell-test.ts';
import { durationText } from './duration.ts';
import { LABELS } from './label.ts';
import { identifier } from './source.ts';

/** One of them, or several. */
function oneOrMore<T extends z.ZodType>(kind: T) {
  return z.union([kind, z.array(kind).min(1)]);
}

function numberOf(field: Field) {
  const { least, most } = FIELDS[field];
  const error = `must be a number from ${least} to ${most}`;
  return z.int({ error }).min(least, error).max(most, error);
}

const dayNames = z.enum(DAYS_OF_WEEK, { error: `must be one of: ${DAYS_OF_WEEK.join(', ')}` });
const monthNames = z.enum(MONTHS, { error: `must be one of: ${MONTHS.join(', ')}` });

const calendarFields = z.strictObject({
  hour: oneOrMore(numberOf('hour')),
  minute: oneOrMore(numberOf('minute')).default(0),
  day_of_month: oneOrMore(numberOf('day_of_month')).optional(),
  month: oneOrMore(monthNames).optional(),
  day_of_week: oneOrMore(dayNames).optional(),
});

export type DeclaredCalendar = z.output<typeof calendarFields>;

/** When a district is refreshed by itself; its times are in the district's time zone. */
export const schedule = z
  .strictObject({
    id: identifier,
    cron: quoted.superRefine((text, context) => refuse(context, () => parseCron(text))).optional(),
    calendar: calendarFields
      .superRefine((fields, context) => refuse(context, () => parseCalendar(fields)))
      .optional(),
    /** It starts up to so much later, so that many districts do not start at once. */
    jitter: durationText.prefault('0s'),
    /** A time that was missed is caught up, once, until it is so old. */
    catch_up: durationText.prefault('12h'),
    /** Whether the report site is built. */
    site: z.boolean().default(true),
    label: z.enum(LABELS, { error: `must be one of: ${LABELS.join(', ')}` }).optional(),
    parameters: z.record(identifier, z.union([quoted, z.int()])).default({}),
  })
  .superRefine(({ cron, calendar }, context) => {
    if ((cron === undefined) === (calendar === undefined)) {
      context.addIssue('must have a cron or a calendar, and not both');
    }
  });

export type Schedule = z.output<typeof schedule>;

function refuse(context: z.RefinementCtx, read: () => Calendar): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof CalendarMistake)) throw error;
    context.addIssue(error.message);
  }
}
