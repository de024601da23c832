import { activityOf } from '../accounts/catalog.ts';
import type { Event } from '../events.ts';
import type { Frame } from '../frame/frame.ts';
import { YEAR_IN_PROGRESS } from '../options.ts';
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
import { payOfWholeMonths } from './months.ts';
import { budgetYear } from './year.ts';
import type { ByYear } from './year.ts';

/** Operating spending, benefits and what is not yet assigned included. */
const OPERATING: ByYear = [180_000_000, 183_000_000, 186_000_000, 189_600_000];

/** Some things come whole however small the district, which then spends more than its share rather than less than nothing. */
const LEAST_BUSES: ByYear = [100_000, 100_000, 100_000];

/** What happens in a year, by the way it is summed. */
export interface YearPlan {
  readonly operating: readonly Event[];
  /** What is left of the operating total. */
  readonly buses: Event;
  readonly outside: readonly Event[];
}

/**
 * Everything that the district does in a year. Each part meets its own total; schools take what is left of their targets,
 * and the contract for buses what is left of the operating total, so that every planted figure is exact.
 */
export function planYear(frame: Frame, year: number): Event[] {
  return eventsOf(planParts(frame, year));
}

export function eventsOf({ operating, buses, outside }: YearPlan): Event[] {
  return [...operating, buses, ...outside];
}

export function planParts(frame: Frame, year: number): YearPlan {
  const at = budgetYear(frame.in(year), year);
  const itinerant = itinerantStaff(at);
  const coaches = itinerant.filter((it) => activityOf(it.activity).purpose === 'coaches_mentors');
  const central = [...itinerant, ...centralGrants(at)];
  const own = [...professionalLearning(at, coaches), ...schoolProjects(at), ...undecidable(at)];
  const schools = underSchoolControl(at, [...own, ...schoolBudgets(at, central, own)]);
  const planned = [
    ...central,
    ...schools,
    ...centralOffice(at),
    ...sharedServices(at),
    ...specialEducationCenter(at),
  ];
  const operating = year >= YEAR_IN_PROGRESS ? planned.map(payOfWholeMonths) : planned;
  const rest = at.amount(OPERATING) - totalCost(operating);
  const least = at.amount(LEAST_BUSES);
  return {
    operating,
    buses: event({ year, activity: 'transport_contract' }, rest > least ? rest : least),
    outside: outsideOperating(at),
  };
}
