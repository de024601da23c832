import { PILOT } from '../accounts/projects.ts';
import { salaryWithin } from '../events.ts';
import type { Event } from '../events.ts';
import { split } from '../money.ts';
import { isPay, totalCost } from './build.ts';
import type { YearPlan } from './plan.ts';
import { VACANCIES, VACANCY_YEAR, VACANT_SALARY } from './vacancies.ts';
import type { BudgetYear, ByYear } from './year.ts';

export type BudgetVersion = 'adopted' | 'revised';

/** The operating budget of 2025 and of the year in progress; nothing is printed of earlier ones. */
const OPERATING: Readonly<Record<BudgetVersion, ByYear>> = {
  adopted: [0, 0, 187_700_000, 188_000_000],
  revised: [0, 0, 188_300_000, 189_600_000],
};

/** Where a budget was not what came of it: what was set aside, benefits included. */
const DIFFERENT: readonly {
  readonly activity: string;
  readonly project: string;
  readonly adopted: ByYear;
  readonly revised: ByYear;
}[] = [
  {
    activity: 'substitutes',
    project: '',
    adopted: [0, 0, 1_600_000, 1_800_000],
    revised: [0, 0, 1_600_000, 2_200_000],
  },
  {
    activity: 'tutoring_services',
    project: '1601',
    adopted: [0, 0, 2_400_000, 1_950_000],
    revised: [0, 0, 1_800_000, 1_950_000],
  },
  {
    activity: 'tutoring_services',
    project: PILOT[0],
    adopted: [0, 0, 0, 0],
    revised: [0, 0, 0, 1_200_000],
  },
];

/** Budgets are set in steps of a hundred dollars. */
const STEP = 10_000n;

/** What was set aside for what happened in a year, as events; the contract for buses takes what is left of the total. */
export function budgetEvents(at: BudgetYear, plan: YearPlan, version: BudgetVersion): Event[] {
  const { findings } = at.frame.options;
  const budgeted = (events: readonly Event[]): Event[] =>
    events.filter((it) => it.decidable || version === 'revised').map(inSteps);
  const usual = budgeted(plan.operating.filter((it) => it.activity !== 'undescribed'));
  const operating = findings ? withVacancies(at, different(at, usual, version)) : usual;
  const whole = findings
    ? at.amount(OPERATING[version])
    : totalCost([...plan.operating, plan.buses]);
  const buses = { ...plan.buses, amount: whole - totalCost(operating) };
  return [...operating, buses, ...budgeted(plan.outside)].filter((it) => it.amount !== 0n);
}

const inSteps = (it: Event): Event => ({ ...it, amount: ((it.amount + STEP / 2n) / STEP) * STEP });

function different(at: BudgetYear, events: readonly Event[], version: BudgetVersion): Event[] {
  const amounts = new Map<Event, bigint>();
  for (const row of DIFFERENT) {
    const meant = events.filter((it) => it.activity === row.activity && it.project === row.project);
    const cost = at.amount(row[version]);
    const total = isPay(row.activity) ? salaryWithin(cost, '100') : cost;
    const parts = split(
      total,
      meant.map((it) => it.amount),
      100n,
    );
    for (const [index, it] of meant.entries()) amounts.set(it, parts[index] ?? 0n);
  }
  return events.map((it) => ({ ...it, amount: amounts.get(it) ?? it.amount }));
}

/** Positions that nobody filled are in the budget of their school. */
function withVacancies(at: BudgetYear, events: readonly Event[]): Event[] {
  if (at.year !== VACANCY_YEAR) return [...events];
  const open = new Map(at.frame.schools.map((school) => [school.id, VACANCIES[school.like] ?? 0]));
  return events.map((it) => {
    const count = it.activity === 'regular_teachers' ? (open.get(it.site) ?? 0) : 0;
    // A school's teachers may stand in two funds; the first has the open positions.
    if (count > 0) open.delete(it.site);
    return count > 0 ? { ...it, amount: it.amount + VACANT_SALARY * BigInt(count) } : it;
  });
}
