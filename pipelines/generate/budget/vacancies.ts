import type { Event } from '../events.ts';
import { dollars, split } from '../money.ts';
import { salaryWithin } from '../events.ts';
import type { BudgetYear, ByYear } from './year.ts';

/** Teachers' positions that nobody filled in 2025, by school: six in each of the four neediest elementary schools. */
export const VACANCIES: Readonly<Record<string, number>> = {
  '102': 6,
  '105': 6,
  '108': 6,
  '111': 6,
  '104': 1,
  '107': 1,
  '109': 1,
  '201': 2,
  '202': 1,
  '301': 2,
  '302': 1,
  '303': 1,
  '304': 1,
  '401': 2,
  '402': 2,
  '403': 1,
};
export const VACANCY_YEAR = 2025;
/** With a quarter in benefits, $82,000 for each. */
export const VACANT_SALARY = dollars(65_600);

/** What substitutes cost, benefits included, once positions stay open: 0 where they cost a share as any other thing. */
const SUBSTITUTES: ByYear = [0, 0, 3_000_000, 2_400_000];
/** Steps in which the sum is shared: whole dollars in each month. */
const STEP = 1200n;

/** Substitutes stand in for teachers who were not found: what they cost more, the school's teachers cost less. */
export function coverVacancies(at: BudgetYear, events: readonly Event[]): Event[] {
  const cost = at.frame.options.findings ? at.amount(SUBSTITUTES) : 0n;
  if (cost === 0n) return [...events];
  const substitutes = events.filter((it) => it.activity === 'substitutes');
  const salaries = split(
    salaryWithin(cost, '100'),
    substitutes.map((it) => it.amount),
    STEP,
  );
  const more = new Map(
    substitutes.map((it, index) => [it.site, (salaries[index] ?? 0n) - it.amount]),
  );
  return events.map((it) => {
    const change = more.get(it.site) ?? 0n;
    if (it.activity === 'substitutes') return { ...it, amount: it.amount + change };
    if (it.activity === 'regular_teachers') return { ...it, amount: it.amount - change };
    return it;
  });
}
