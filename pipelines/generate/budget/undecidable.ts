import type { Event } from '../events.ts';
import { event } from './build.ts';
import { byStudents } from './shares.ts';
import type { BudgetYear, ByYear } from './year.ts';

/** New this year and in no list yet: a project code that the chart lacks. */
const NEW_PROJECTS: Readonly<Record<number, string>> = { 2023: '2990', 2024: '2994', 2025: '2997' };

const AT_SCHOOLS: ByYear = [360_000, 470_000, 700_000];
const CENTRAL: ByYear = [240_000, 300_000, 480_000];
/** Posted without a function, and nothing in the description but a purchase order. */
const UNDESCRIBED: ByYear = [40_000, 45_000, 60_000];

/** Spending that nothing in the files explains: it must show as not yet assigned, and nothing else may. */
export function undecidable(at: BudgetYear): Event[] {
  const { year } = at;
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
