import { activityOf } from '../accounts/catalog.ts';
import type { Event } from '../events.ts';
import type { Frame } from '../frame/frame.ts';
import { event, totalCost } from './build.ts';
import { centralOffice } from './central-office.ts';
import { centralGrants } from './grants.ts';
import { itinerantStaff } from './itinerant.ts';
import { professionalLearning } from './professional-learning.ts';
import { underSchoolControl } from './school-control.ts';
import { schoolProjects } from './school-projects.ts';
import { schoolBudgets } from './schools.ts';
import { outsideOperating, sharedServices, specialEducationCenter } from './services.ts';
import { undecidable } from './undecidable.ts';
import { budgetYear } from './year.ts';
import type { ByYear } from './year.ts';

/** Operating spending, benefits and what is not yet assigned included. */
const OPERATING: ByYear = [180_000_000, 183_000_000, 186_000_000];

/**
 * Everything that the district does in a year. Each part meets its own total; schools take what is left of their targets,
 * and the contract for buses what is left of the operating total, so that every planted figure is exact.
 */
export function planYear(frame: Frame, year: number): Event[] {
  const at = budgetYear(frame, year);
  const itinerant = itinerantStaff(at);
  const coaches = itinerant.filter((it) => activityOf(it.activity).purpose === 'coaches_mentors');
  const central = [...itinerant, ...centralGrants(at)];
  const own = [...professionalLearning(at, coaches), ...schoolProjects(at), ...undecidable(at)];
  const schools = underSchoolControl(at, [...own, ...schoolBudgets(at, central, own)]);
  const operating = [
    ...central,
    ...schools,
    ...centralOffice(at),
    ...sharedServices(at),
    ...specialEducationCenter(at),
  ];
  const buses = at.amount(OPERATING) - totalCost(operating);
  return [
    ...operating,
    event({ year, activity: 'transport_contract' }, buses),
    ...outsideOperating(at),
  ];
}
