import { PILOT } from '../accounts/projects.ts';
import type { Event } from '../events.ts';
import { YEAR_IN_PROGRESS } from '../options.ts';
import { event } from './build.ts';
import type { EventDetails } from './build.ts';
import { monthsByStudents } from './months.ts';
import type { Months, SchoolMonths } from './months.ts';
import { byStudents } from './shares.ts';
import type { BudgetYear, ByYear } from './year.ts';

/** New in the year and in no list yet: a project code that the chart lacks. */
const NEW_PROJECTS: Readonly<Record<number, string>> = { 2023: '2990', 2024: '2994', 2025: '2997' };

const AT_SCHOOLS: ByYear = [360_000, 470_000, 700_000];
const CENTRAL: ByYear = [240_000, 300_000, 480_000];
/** Posted without a function, and nothing in the description but a purchase order. */
const UNDESCRIBED: ByYear = [40_000, 45_000, 60_000];

/** The year in progress: a pilot that began in August, in the chart and in no rule; and what lacks a function. */
const PILOT_MONTHS: Months = [0, 50_000, ...Array<number>(10).fill(100_000)];
const UNDESCRIBED_MONTHS: Months = Array<number>(12).fill(5000);

/** Spending that nothing in the files explains: it must show as not yet assigned, and nothing else may. */
export function undecidable(at: BudgetYear): Event[] {
  const { year } = at;
  if (year >= YEAR_IN_PROGRESS) return newThisYear(at);
  const project = NEW_PROJECTS[year] ?? '2990';
  const unknown = { year, project, fund: '220', decidable: false };
  const atSchools = byStudents(at, at.amount(AT_SCHOOLS), ['middle', 'high']).map((part) =>
    event({ ...unknown, activity: 'tutoring_services', site: part.school.id }, part.amount),
  );
  const [largest] = byStudents(at, at.amount(UNDESCRIBED), ['high'], (_, index) => index === 0);
  return [
    ...atSchools,
    event({ ...unknown, activity: 'classroom_technology' }, at.amount(CENTRAL)),
    ...(largest
      ? [
          event(
            { year, activity: 'undescribed', site: largest.school.id, decidable: false },
            largest.amount,
          ),
        ]
      : []),
  ];
}

function newThisYear(at: BudgetYear): Event[] {
  const { year } = at;
  const pilot = monthsByStudents(at, PILOT_MONTHS, ['middle', 'high']);
  const undescribed = monthsByStudents(at, UNDESCRIBED_MONTHS, ['high'], (_, index) => index === 0);
  const posted = (
    { school, byPeriod, amount }: SchoolMonths,
    details: Pick<EventDetails, 'activity' | 'project' | 'fund'>,
  ): Event => event({ year, ...details, site: school.id, byPeriod, decidable: false }, amount);
  return [
    ...pilot.map((part) =>
      posted(part, { activity: 'tutoring_services', project: PILOT[0], fund: '220' }),
    ),
    ...undescribed.map((part) => posted(part, { activity: 'undescribed' })),
  ];
}
