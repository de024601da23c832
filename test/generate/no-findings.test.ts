import { describe, expect, it } from 'vitest';
import { activityOf } from '../../pipelines/generate/accounts/catalog.ts';
import { totalCost } from '../../pipelines/generate/budget/build.ts';
import { planYear } from '../../pipelines/generate/budget/plan.ts';
import { perStudentTarget } from '../../pipelines/generate/budget/schools.ts';
import { budgetYear } from '../../pipelines/generate/budget/year.ts';
import type { Event } from '../../pipelines/generate/events.ts';
import { makeFrame } from '../../pipelines/generate/frame/frame.ts';
import { DEFAULTS, YEAR_IN_PROGRESS } from '../../pipelines/generate/options.ts';
import { PURPOSE_PARENTS } from '../support/purposes.ts';

const frame = makeFrame({ ...DEFAULTS, findings: false });
const share = (year: number, chosen: (it: Event) => boolean): number => {
  const events = planYear(frame, year).filter((it) => parentOf(it) !== 'outside_operating');
  return Number(totalCost(events.filter(chosen))) / Number(totalCost(events));
};
const parentOf = (it: Event): string => PURPOSE_PARENTS.get(activityOf(it.activity).purpose) ?? '';

describe('a district without findings', () => {
  it('spends the same share on professional learning and on its central office in each year', () => {
    const shares = (chosen: (it: Event) => boolean): string[] =>
      frame.years.map((year) => share(year, chosen).toFixed(3));
    expect(shares((it) => parentOf(it) === 'professional_learning')).toEqual([
      '0.040',
      '0.040',
      '0.040',
    ]);
    const central = shares((it) => it.level === 'central').map(Number);
    expect(Math.max(...central) - Math.min(...central)).toBeLessThan(0.002);
  });

  it('books nearly all professional learning where one would look for it', () => {
    for (const year of frame.years) {
      const learning = planYear(frame, year).filter(
        (it) => parentOf(it) === 'professional_learning',
      );
      const shown = learning.filter((it) => it.function === '2213');
      expect(Number(totalCost(shown))).toBe(Number(totalCost(learning)));
    }
  });

  it('gives Alder and Cedar the same, and elementary schools what need suggests', () => {
    const at = budgetYear(frame, 2025);
    const expected = frame.schools
      .filter(({ level }) => level === 'elementary')
      .map((school) => {
        const { all, lowIncome } = frame.students(school, 2025);
        return perStudentTarget(at, school) / (1 + (0.3 * lowIncome) / all);
      });
    expect(Math.max(...expected) / Math.min(...expected)).toBeLessThan(1.001);
    const [alder, cedar] = ['101', '103'].map((id) =>
      frame.schools.find((school) => school.id === id),
    );
    expect(alder && perStudentTarget(at, alder)).toBe(cedar && perStudentTarget(at, cedar));
  });

  it('books nothing of zero dollars or less, however small it is', () => {
    for (const students of [500, 600, 1200, 3000]) {
      const small = makeFrame({ ...DEFAULTS, students, findings: false });
      const amounts = [...small.years, YEAR_IN_PROGRESS].flatMap((year) =>
        planYear(small, year).map(({ amount }) => amount),
      );
      expect(amounts.length).toBeGreaterThan(0);
      expect(amounts.filter((amount) => amount <= 0n)).toEqual([]);
    }
  });
});
