import type { Event } from '../events.ts';
import type { School } from '../frame/frame.ts';
import { dollars, sum } from '../money.ts';
import { event, eventWithin, fullCost, totalCost } from './build.ts';
import { projectSites } from './grants.ts';
import { coverVacancies } from './vacancies.ts';
import { MATERIALS_SHARE, SCHOOL_SHARES } from './school-shares.ts';
import type { SchoolShare } from './school-shares.ts';
import type { BudgetYear, ByYear } from './year.ts';

/** Thousandths of the dollars per student of 2025. */
const GROWTH: ByYear = [924, 959, 1000, 1043];
/** Dollars per student at which elementary schools would all have what need suggests. */
const NEED_BASE = 11_650;

/** Dollars per student of a school in a year, central people and grants included. */
export function perStudentTarget(at: BudgetYear, school: School): number {
  const { all, lowIncome } = at.frame.students(school, at.year);
  const plain = !at.frame.options.findings && school.level === 'elementary';
  const dollarsOf2025 = plain ? NEED_BASE * (1 + (0.3 * lowIncome) / all) : school.perStudent;
  return Math.round((dollarsOf2025 * at.of(GROWTH)) / 1000);
}

function target(at: BudgetYear, school: School): bigint {
  return dollars(perStudentTarget(at, school) * at.frame.students(school, at.year).all);
}

/** What each school spends itself: its target less what central people, grants and projects do there. */
export function schoolBudgets(
  at: BudgetYear,
  central: readonly Event[],
  own: readonly Event[],
): Event[] {
  const people = peopleAt(central);
  const grants = grantsAt(at, central);
  const budgets = at.frame.schools.flatMap((school) => {
    const known = sum([
      people.get(school.id) ?? 0n,
      grants.get(school.id) ?? 0n,
      totalCost(own.filter((it) => it.site === school.id)),
    ]);
    return shareOut(at, school, target(at, school) - known);
  });
  return coverVacancies(at, budgets);
}

function shareOut(at: BudgetYear, school: School, rest: bigint): Event[] {
  const weights = SCHOOL_SHARES.map((share) => BigInt(weightOf(share, school)));
  const whole = sum(weights) + BigInt(MATERIALS_SHARE * 100);
  const events = SCHOOL_SHARES.map((share, index) => {
    const { activity, fund, project } = share;
    const part = ((rest * (weights[index] ?? 0n)) / whole / 100n) * 100n;
    return eventWithin({ year: at.year, activity, fund, project, site: school.id }, part);
  }).filter((it) => it.amount > 0n);
  const left = rest - totalCost(events);
  return [...events, event({ year: at.year, activity: 'materials', site: school.id }, left)];
}

/** In hundred-thousandths; what follows a group is the table's figure for a usual school. */
function weightOf(share: SchoolShare, school: School): number {
  const weight = share.weights[school.level];
  if (share.follows === 'english_learners') return weight * school.englishLearners;
  if (share.follows === 'special_education') {
    return Math.round((weight * 100 * school.specialEducation) / 135);
  }
  return weight * 100;
}

/** Pay and benefits of itinerant people by the school where they work. */
function peopleAt(events: readonly Event[]): Map<string, bigint> {
  const bySite = new Map<string, bigint>();
  for (const it of events.filter((each) => each.basis === 'assignment')) {
    for (const { pay, places } of it.people ?? []) {
      const tenths = BigInt(places.reduce((all, place) => all + place.tenths, 0));
      for (const place of places) {
        const part = (fullCost({ ...it, amount: pay }) * BigInt(place.tenths)) / tenths;
        bySite.set(place.site, (bySite.get(place.site) ?? 0n) + part);
      }
    }
  }
  return bySite;
}

function grantsAt(at: BudgetYear, events: readonly Event[]): Map<string, bigint> {
  const sites = projectSites(at.frame);
  const bySite = new Map<string, bigint>();
  for (const it of events.filter((each) => each.basis === 'project_sites')) {
    for (const { site, share } of sites.filter((place) => place.project === it.project)) {
      const part = (fullCost(it) * share) / 1_000_000n;
      bySite.set(site, (bySite.get(site) ?? 0n) + part);
    }
  }
  return bySite;
}
