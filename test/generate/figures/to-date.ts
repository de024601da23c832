import { PILOT } from '../../../pipelines/generate/accounts/projects.ts';
import { type Booked, bookedDollars, dollarsOf, ledger } from './files.ts';
import { type Figures, frame } from './happened.ts';

export const isSubstitute = (line: Booked): boolean =>
  line.object === '1113' && line.job === '701' && line.project === '';
const isPilot = (line: Booked): boolean => line.project === PILOT[0];
/** What no rule can place: the new project, and supplies without a function. */
export const isUnknown = (line: Booked): boolean =>
  isPilot(line) || line.description === 'PER PURCHASE ORDER';

const operating =
  (period: number) =>
  (year: number): number =>
    bookedDollars(ledger(year), (line) => line.period <= period);
const byNovember =
  (chosen: (line: Booked) => boolean) =>
  (year: number): number =>
    dollarsOf(ledger(year), (line) => line.period <= 5 && chosen(line));

/** From July to the end of a period of a year. */
export const toDate: Figures = {
  schools: (year) => frame.in(year).schools.length,
  students: (year) => frame.total(year),
  operating_1: operating(1),
  operating_2: operating(2),
  operating_3: operating(3),
  operating_4: operating(4),
  operating_5: operating(5),
  per_student_5: (year) => operating(5)(year) / frame.total(year),
  substitutes_5: byNovember(isSubstitute),
  not_yet_assigned_5: byNovember(isUnknown),
  new_project_5: byNovember(isPilot),
};
