import { activityOf } from '../accounts/catalog.ts';
import { budgetYear } from '../budget/year.ts';
import { isPay } from '../budget/build.ts';
import type { Event, Place } from '../events.ts';
import type { Frame } from '../frame/frame.ts';
import { split, splitCount } from '../money.ts';
import { placesOfGrant } from './grant-places.ts';
import type { Person, Registry } from './registry.ts';

/** A person's work of a year on one account: tenths of a full-time job, pay in cents, and where. */
export interface Position {
  readonly event: Event;
  readonly person: Person;
  readonly tenths: number;
  readonly pay: bigint;
  readonly places: readonly Place[];
}

/** Jobs that are counted as teachers. */
const TEACHERS: readonly string[] = ['201', '205', '210', '215', '218', '220'];
/** Tenths of positions for teachers at the size of the sample: 800.0 in each year. */
const TEACHER_TENTHS = 8000;

/** Usual pay of a year, in percent of that of 2025; before 2024 it is 95. */
const PAY_PERCENT: ReadonlyMap<number, number> = new Map([
  [2024, 97],
  [2025, 100],
  [2026, 104],
]);

/** Turns each year's pay into people: who was there last year mostly comes back. */
export function staffOf(
  frame: Frame,
  year: number,
  events: readonly Event[],
  registry: Registry,
): Position[] {
  registry.startYear(year);
  const salaried = events.filter(
    (it) => isPay(it.activity) && activityOf(it.activity).pay !== undefined,
  );
  const teachers = salaried.filter((it) => TEACHERS.includes(activityOf(it.activity).job));
  const at = budgetYear(frame, year);
  const weights = teachers.map((it) => Number(it.amount / 100n));
  const tenths = splitCount(at.count(TEACHER_TENTHS), weights);
  const ofTeachers = new Map(teachers.map((it, index) => [it, Math.max(1, tenths[index] ?? 0)]));
  return salaried.flatMap((it) =>
    it.people
      ? itinerant(it, registry)
      : settled(frame, it, ofTeachers.get(it) ?? usualTenths(it), registry),
  );
}

/** Tenths of positions that a sum pays for at the usual pay of the time. */
function usualTenths(it: Event): number {
  const usual = activityOf(it.activity).pay ?? 1;
  const percent = PAY_PERCENT.get(it.year) ?? 95;
  return Math.max(1, Math.round(Number(it.amount / 100n) / ((usual * percent) / 1000)));
}

function itinerant(it: Event, registry: Registry): Position[] {
  return (it.people ?? []).map(({ pay, places }) => {
    const tenths = places.reduce((sum, place) => sum + place.tenths, 0);
    return { event: it, person: registry.next(it.activity, it.site), tenths, pay, places };
  });
}

function settled(frame: Frame, it: Event, tenths: number, registry: Registry): Position[] {
  const people = Array.from({ length: Math.ceil(tenths / 10) }, (_, index) => ({
    person: registry.next(it.activity, it.site),
    tenths: Math.min(10, tenths - index * 10),
  }));
  // Pay rises with years of service, up to the twentieth.
  const weights = people.map(({ person, tenths: part }) =>
    BigInt(part * (100 + 2 * Math.min(20, it.year - person.startYear))),
  );
  const pays = split(it.amount, weights, 100n);
  const sites = it.basis === 'project_sites' ? placesOfGrant(frame, it.project, people.length) : [];
  return people.map(({ person, tenths: part }, index) => ({
    event: it,
    person,
    tenths: part,
    pay: pays[index] ?? 0n,
    places: [{ site: sites[index] ?? it.site, tenths: part }],
  }));
}
