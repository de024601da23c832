import { describe, expect, it } from 'vitest';
import { readGolden } from '../support/golden.ts';
import { budgets, grants, vacancies } from './figures/budget.ts';
import { GOALS, plan } from './figures/goals.ts';
import { cost, eventsOf, type Figures, frame, isOutside, operating } from './figures/happened.ts';
import { learning, teachers } from './figures/learning.ts';
import { need } from './figures/need.ts';
import { decoys, office } from './figures/office.ts';
import { alike, closed } from './figures/schools.ts';
import { toDate } from './figures/to-date.ts';

const assigned = (year: number): number => cost(year, (it) => it.decidable);
const whole: Figures = {
  schools: () => frame.schools.length,
  students: (year) => frame.total(year),
  operating,
  operating_per_student: (year) => operating(year) / frame.total(year),
  teacher_fte: teachers,
  not_yet_assigned: (year) => cost(year, (it) => !it.decidable),
  outside_operating: (year) => cost(year, isOutside),
  assigned,
};

function figureOf(finding: string, figure: string, year: number): number {
  const name = figure.replace(/_(first|latest)$/, '');
  const tables: Readonly<Record<string, Figures>> = {
    frame: whole,
    professional_learning: learning,
    alike_schools: alike,
    need,
    central_office: office,
    decoys,
    closed_school: closed,
    to_date: toDate,
    budget: budgets,
    vacancies,
    grants,
  };
  if (finding === 'plan') return plan(figure, year);
  const rule = tables[finding]?.[figure] ?? tables[finding]?.[name];
  if (!rule) throw new Error(`The test does not know the figure ${finding} ${figure}.`);
  return rule(year);
}

describe('what happens in Riverbend', () => {
  it.each(readGolden())(
    '$finding $figure of $year is $value',
    ({ finding, figure, year, value }) => {
      const digits = value.split('.')[1]?.length ?? 0;
      expect(figureOf(finding, figure, year).toFixed(digits)).toBe(value);
    },
  );

  it('the goals and the rest of a year sum to what is assigned', () => {
    for (const year of frame.years) {
      const goals = [...Object.keys(GOALS), 'not_tied'].map((goal) => plan(goal, year));
      expect(goals.reduce((all, amount) => all + amount, 0)).toBeCloseTo(assigned(year), 2);
    }
  });

  it('at most 3 % of operating dollars are at no school', () => {
    for (const year of frame.years) {
      const nowhere = cost(year, (it) => it.basis === 'none' && !isOutside(it));
      expect(nowhere).toBeLessThanOrEqual(operating(year) * 0.03);
    }
  });

  it('no amount of an event is zero or less', () => {
    expect(frame.years.flatMap(eventsOf).filter((it) => it.amount <= 0n)).toEqual([]);
  });
});
