import type { Event } from '../events.ts';
import type { School, SchoolLevel } from '../frame/frame.ts';
import { split } from '../money.ts';
import { event, eventWithin, totalCost } from './build.ts';
import { YEAR_IN_PROGRESS } from '../options.ts';
import { monthsByStudents } from './months.ts';
import type { Months } from './months.ts';
import { byStudents } from './shares.ts';
import type { BudgetYear, ByYear } from './year.ts';

const everyLevel: readonly SchoolLevel[] = ['elementary', 'k8', 'middle', 'high'];

/** What the schools do beside the usual school day: project, activity, levels, cost with benefits. */
const projects: readonly (readonly [string, string, readonly SchoolLevel[], ByYear])[] = [
  ['1501', 'reading_materials', ['elementary'], [300_000, 350_000, 400_000]],
  ['1502', 'small_group_aides', ['elementary'], [1_400_000, 1_500_000, 1_600_000]],
  ['1601', 'tutoring_services', ['elementary', 'k8'], [1_260_000, 1_300_000, 1_350_000]],
  ['1602', 'summer_pay', everyLevel, [800_000, 820_000, 850_000]],
  ['1801', 'career_teachers', ['middle', 'high'], [1_280_000, 1_320_000, 1_360_000]],
  ['1801', 'career_equipment', ['middle', 'high'], [220_000, 230_000, 240_000]],
  ['1802', 'college_services', ['high'], [500_000, 510_000, 520_000]],
];
/** Twelve of the sixteen schools with young children have tutors. */
const TUTORED = 12;

/** In the year in progress tutors begin in September; $1,950,000 in all. */
const TUTORING_MONTHS: Months = [0, 0, 150_000, ...Array<number>(9).fill(200_000)];

/** The same salaries in every year: what grows in guidance in 2025 is only the specialists who were filed there. */
const COUNSELOR_SALARIES: ByYear = [2_640_000, 2_640_000, 2_640_000];
const SPECIALIST_SALARIES: ByYear = [475_200, 475_200, 475_200];

/** Events of single schools that are not shares of their budgets. */
export function schoolProjects(at: BudgetYear): Event[] {
  return [...projects.flatMap((project) => projectEvents(at, project)), ...guidance(at)];
}

function projectEvents(
  at: BudgetYear,
  [project, activity, levels, amounts]: (typeof projects)[number],
): Event[] {
  const total = at.amount(amounts);
  const chosen = (_: School, index: number): boolean =>
    activity !== 'tutoring_services' || index % 16 < TUTORED;
  if (activity === 'tutoring_services' && at.year >= YEAR_IN_PROGRESS) {
    return monthsByStudents(at, TUTORING_MONTHS, levels, chosen).map(
      ({ school, byPeriod, amount }) =>
        event({ year: at.year, activity, project, site: school.id, byPeriod }, amount),
    );
  }
  const parts = byStudents(at, total, levels, chosen);
  const events = parts.map(({ school, amount }) =>
    eventWithin({ year: at.year, activity, project, site: school.id }, amount),
  );
  // Pay is whole dollars, so a project's last cents are bought as supplies for it.
  const rest = total - totalCost(events);
  const first = parts[0];
  if (rest === 0n || !first) return events;
  const supplies = restActivity(activity);
  return [
    ...events,
    event({ year: at.year, activity: supplies, project, site: first.school.id }, rest),
  ];
}

function restActivity(activity: string): string {
  if (activity === 'career_teachers') return 'career_equipment';
  return activity === 'small_group_aides' ? 'small_group_supplies' : 'summer_supplies';
}

function guidance(at: BudgetYear): Event[] {
  const schools = at.frame.schools;
  const weights = schools.map((school) => {
    const students = BigInt(at.frame.students(school, at.year).all);
    return school.level === 'elementary' ? students : students * 2n;
  });
  const share = (activity: string, project: string, salaries: ByYear): Event[] =>
    split(at.amount(salaries), weights, 100n).map((amount, index) =>
      event({ year: at.year, activity, project, site: schools[index]?.id ?? '' }, amount),
    );
  return [
    ...share('counselors', '', COUNSELOR_SALARIES),
    ...share('social_emotional_specialists', '1702', SPECIALIST_SALARIES),
  ].filter((it) => it.amount > 0n);
}
