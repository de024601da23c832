import { readRecords, reportCents } from '../../support/generated-ledger.ts';
import {
  type Booked,
  bookedDollars,
  budget,
  dollarsOf,
  extract,
  ledger,
  openOrders,
} from './files.ts';
import type { Figures } from './happened.ts';
import { isSubstitute, isUnknown } from './to-date.ts';

const isTutoring = (line: Booked): boolean => line.project === '1601' || line.project === '4105';
const isSchoolTutoring = (line: Booked): boolean => line.project === '1601';
const at =
  (site: string) =>
  (line: Booked): boolean =>
    line.site === site;

/** Adopted, revised, spent, ordered and left of what is chosen. */
function columns(name: string, chosen: (line: Booked) => boolean, sum = dollarsOf): Figures {
  const adopted = (year: number): number => sum(budget(year, 'ADOPTED'), chosen);
  const revised = (year: number): number => sum(budget(year, 'REVISED'), chosen);
  const spent = (year: number): number => sum(ledger(year), chosen);
  const committed = (year: number): number => (year === 2026 ? sum(openOrders(), chosen) : 0);
  return {
    [`${name}_adopted`]: adopted,
    [`${name}_revised`]: revised,
    [`${name}_spent`]: spent,
    [`${name}_committed`]: committed,
    [`${name}_left`]: (year) => revised(year) - spent(year) - committed(year),
  };
}

export const budgets: Figures = {
  ...columns('operating', () => true, bookedDollars),
  ...columns('substitutes', isSubstitute),
  ...columns('tutoring', isTutoring),
  ...columns('not_yet_assigned', isUnknown),
  ...columns('alder', at('101')),
  ...columns('maple', at('112')),
};

const NEEDIEST: readonly string[] = ['102', '105', '108', '111'];

/** Positions that nobody held, from the file of positions. */
const open = (): Record<string, string>[] =>
  readRecords(extract('staff/POSITIONS_FY2025.csv')).filter((row) => row['VACANT_SINCE'] !== '');

export const vacancies: Figures = {
  positions: () => open().length,
  positions_neediest: () => open().filter((row) => NEEDIEST.includes(row['SITE'] ?? '')).length,
  amount: () =>
    open().reduce(
      (sum, row) =>
        sum + Number(reportCents(row['SALARY'] ?? '') + reportCents(row['BENEFITS'] ?? '')) / 100,
      0,
    ),
  ...columns('substitutes', isSubstitute),
  ...columns('tutoring', isSchoolTutoring),
};

export const grants: Figures = {
  language_spent: (year) => dollarsOf(ledger(year), (line) => line.project === '4301'),
};
