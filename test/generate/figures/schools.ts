import { fullCost } from '../../../pipelines/generate/budget/build.ts';
import { projectSites } from '../../../pipelines/generate/budget/grants.ts';
import { dollars, eventsOf, type Figures, frame } from './happened.ts';

/** A school's dollars: its own, people by where they work, grants by their sites. */
function schoolDollars(
  site: string,
  year: number,
): { own: number; people: number; grants: number } {
  const sites = projectSites(frame);
  let own = 0n;
  let people = 0n;
  let grants = 0n;
  for (const it of eventsOf(year)) {
    if (it.basis === 'recorded' && it.site === site) own += fullCost(it);
    for (const { pay, places } of it.people ?? []) {
      const tenths = places.reduce((all, place) => all + place.tenths, 0);
      const here = places.filter((place) => place.site === site);
      for (const place of here) {
        people += (fullCost({ ...it, amount: pay }) * BigInt(place.tenths)) / BigInt(tenths);
      }
    }
    if (it.basis !== 'project_sites') continue;
    const share = sites.find((place) => place.project === it.project && place.site === site)?.share;
    grants += (fullCost(it) * (share ?? 0n)) / 1_000_000n;
  }
  return { own: dollars(own), people: dollars(people), grants: dollars(grants) };
}

const studentsOf = (site: string, year: number): number => {
  const school = frame.schools.find(({ id }) => id === site);
  return school ? frame.students(school, year).all : 0;
};
/** Dollars of a school with central people and grants. */
export const withCentral = (site: string, year: number): number => {
  const { own, people, grants } = schoolDollars(site, year);
  return own + people + grants;
};

type Part = 'own' | 'people' | 'grants';
const gap = (year: number, part: Part): number =>
  schoolDollars('101', year)[part] - schoolDollars('103', year)[part];
/** Alder and Cedar. */
export const alike: Figures = {
  students_higher: (year) => studentsOf('101', year),
  students_lower: (year) => studentsOf('103', year),
  school_reported_higher: (year) => schoolDollars('101', year).own / studentsOf('101', year),
  school_reported_lower: (year) => schoolDollars('103', year).own / studentsOf('103', year),
  with_central_higher: (year) => withCentral('101', year) / studentsOf('101', year),
  with_central_lower: (year) => withCentral('103', year) / studentsOf('103', year),
  gap: (year) => withCentral('101', year) - withCentral('103', year),
  gap_people: (year) => gap(year, 'people'),
  gap_grants: (year) => gap(year, 'grants'),
  gap_school_reported: (year) => gap(year, 'own'),
};

/** Linden, which closes after 2025. */
export const closed: Figures = {
  students: (year) => studentsOf('110', year),
  with_central: (year) => withCentral('110', year),
};
