import { activityOf } from '../accounts/catalog.ts';
import { CENTRAL_SITE } from '../frame/frame.ts';
import type { Position } from '../people/staff.ts';
import { randomStream } from '../random.ts';
import { writeCsv } from './csv-file.ts';
import { reportDate } from './dates.ts';

/** Reasons as the absence system has them, the more frequent ones more often. */
const REASONS: readonly string[] = [
  'SICK',
  'SICK',
  'SICK',
  'FAMILY',
  'PERSONAL',
  'TRAINING',
  'JURY',
];
/** A day of a substitute in dollars. */
const SUBSTITUTE_DAY = '165.00';
/** The school year has ten months, from August. */
const FIRST_PERIOD = 2;
const LAST_PERIOD = 11;

/** The absences of classroom teachers, a line for each day: one to three for each teacher in a whole year. */
export function writeAbsences(
  path: string,
  year: number,
  throughPeriod: number,
  positions: readonly Position[],
  seed: number,
): void {
  const teacher = activityOf('regular_teachers').job;
  const teachers = positions.filter(
    ({ event }) => activityOf(event.activity).job === teacher && event.site !== CENTRAL_SITE,
  );
  const records = teachers.flatMap(({ person, event }) => {
    const random = randomStream(seed, 'absence', year, person.id);
    return Array.from({ length: random.between(1, 3) }, (): readonly [number, string[]] => {
      const period = random.between(FIRST_PERIOD, LAST_PERIOD);
      const day = reportDate(year, period, random.between(1, 28));
      const whole = !random.chance(200);
      const cells = [
        String(year),
        person.id,
        day,
        whole ? '7.0' : '3.5',
        random.pick(REASONS),
        event.site,
        whole ? SUBSTITUTE_DAY : '0.00',
      ];
      return [period, cells];
    });
  });
  const closed = records.filter(([period]) => period <= throughPeriod).map(([, cells]) => cells);
  // In July nobody is at school, and no report is printed.
  if (closed.length === 0) return;
  writeCsv(path, ['FY', 'EMPLOYEE', 'DAY', 'HOURS', 'REASON', 'SITE', 'SUBSTITUTE'], closed);
}
