import type { School, SchoolLevel } from '../frame/frame.ts';
import { split } from '../money.ts';
import type { BudgetYear } from './year.ts';

/** What a school gets of something that is shared out. */
export interface SchoolPart {
  readonly school: School;
  readonly amount: bigint;
}

/** Shares a sum of whole dollars among schools of these levels, by students, whole dollars each. */
export function byStudents(
  at: BudgetYear,
  total: bigint,
  levels: readonly SchoolLevel[],
  chosen: (school: School, index: number) => boolean = () => true,
): SchoolPart[] {
  const there = at.frame.schools.filter((school) => levels.includes(school.level));
  const served = there.filter(chosen);
  const schools = served.length > 0 ? served : there;
  const weights = schools.map((school) => BigInt(at.frame.students(school, at.year).all));
  const parts = split(total, weights, 100n);
  return schools
    .map((school, index) => ({ school, amount: parts[index] ?? 0n }))
    .filter((part) => part.amount > 0n);
}
