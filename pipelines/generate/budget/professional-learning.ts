import { LEGACY_TRAINING } from '../accounts/projects.ts';
import { activityOf } from '../accounts/catalog.ts';
import type { Event } from '../events.ts';
import { event, eventWithin, fullCost, totalCost } from './build.ts';
import type { EventDetails } from './build.ts';
import { YEAR_IN_PROGRESS } from '../options.ts';
import { monthly } from './months.ts';
import type { Months } from './months.ts';
import { byStudents } from './shares.ts';
import type { BudgetYear, ByYear } from './year.ts';

/** Projects of the plan, with everything in them: coaches and benefits too. Together 1,512,000, 4,050,000, 7,560,000. */
const PLANNED: Readonly<Record<'1401' | '1402' | '1403' | '1404', ByYear>> = {
  '1401': [900_000, 1_300_000, 1_900_000],
  '1402': [0, 700_000, 1_200_000],
  '1403': [612_000, 700_000, 800_000],
  '1404': [0, 1_350_000, 3_660_000],
};

/** What the training function shows before benefits. */
const IN_FUNCTION: ByYear = [2_160_000, 2_700_000, 3_240_000];

/** Training outside the plan that is bought centrally: project, fund, cost, and its function until it was put in order. */
const central: readonly (readonly [string, string, string, ByYear])[] = [
  ['1410', '100', 'principal_academy', [400_000, 450_000, 480_000]],
  ['1415', '100', 'workshops', [200_000, 240_000, 260_000]],
  ['4301', '210', 'workshops', [280_000, 300_000, 320_000, 80_000]],
  ['4601', '210', 'workshops', [310_000, 340_000, 360_000]],
  ['', '100', 'tuition', [450_000, 380_000, 300_000]],
  ['', '100', 'conferences', [300_000, 200_000, 100_000]],
];
/** The award for language learning ends on September 30 2025. */
const ENDED: { readonly project: string; readonly months: Months } = {
  project: '4301',
  months: [30_000, 30_000, 20_000],
};
const TITLE_II: ByYear = [780_000, 860_000, 900_000];
const LEGACY: ByYear = [2_368_000, 1_620_000, 0];
const LEGACY_COUNT: ByYear = [20, 9, 0];
const OFFICE: ByYear = [600_000, 560_000, 520_000];
const MANAGERS: ByYear = [408_000, 384_000, 360_000];

/**
 * All professional learning but the coaches, who come with the itinerant staff: $7.2, 9.0 and 10.8 million with them.
 * Where nothing is planted it is a flat sum, all of it in the function where one would look for it.
 */
export function professionalLearning(at: BudgetYear, coaches: readonly Event[]): Event[] {
  if (!at.frame.options.findings) return plainLearning(at, coaches);
  const { year } = at;
  const managers = event({ year, activity: 'training_managers' }, at.amount(MANAGERS));
  const fixed = [
    ...planned(at, coaches),
    ...central.map(([project, fund, activity, amounts]) => {
      // In 2023 each department posted its own training to instruction.
      const scattered = activity === 'workshops' && at.of([1, 0, 0]) === 1;
      const posted = scattered ? 'scattered_workshops' : activity;
      const months = project === ENDED.project && year >= YEAR_IN_PROGRESS;
      const byPeriod = months ? { byPeriod: monthly(at, ENDED.months) } : {};
      return event({ year, activity: posted, project, fund, ...byPeriod }, at.amount(amounts));
    }),
    ...legacy(at),
    managers,
    event({ year, activity: 'training_office' }, at.amount(OFFICE) - fullCost(managers)),
  ];
  const shown = [...fixed, ...coaches]
    .filter((it) => (it.function ?? activityOf(it.activity).function) === '2213')
    .reduce((total, it) => total + it.amount, 0n);
  return [...fixed, ...titleTwo(at, at.amount(IN_FUNCTION) - shown)];
}

/** The grant for teacher quality: as much of it in the training function as is missing there, the rest in instruction. */
function titleTwo(at: BudgetYear, missing: bigint): Event[] {
  const details = { year: at.year, project: '4201', fund: '210' };
  const total = at.amount(TITLE_II);
  const inside = missing < 0n ? 0n : missing > total ? total : missing;
  return [
    event({ ...details, activity: 'workshops' }, inside),
    event({ ...details, activity: 'scattered_workshops' }, total - inside),
  ].filter((it) => it.amount > 0n);
}

function planned(at: BudgetYear, coaches: readonly Event[]): Event[] {
  const { year } = at;
  const rest = (project: '1401' | '1402' | '1403'): bigint =>
    at.amount(PLANNED[project]) - totalCost(coaches.filter((it) => it.project === project));
  const materials = [
    event({ year, activity: 'coaching_materials', project: '1401' }, rest('1401')),
    event({ year, activity: 'coaching_materials', project: '1402' }, rest('1402')),
    event({ year, activity: 'mentor_materials', project: '1403' }, rest('1403')),
  ].filter((it) => it.amount > 0n);
  return [...materials, ...collaboration(at, at.amount(PLANNED['1404']))];
}

/** Time for teachers to work together, paid by the school from its own budget. */
function collaboration(at: BudgetYear, total: bigint): Event[] {
  return byStudents(at, total, ['elementary', 'k8', 'middle', 'high']).flatMap(
    ({ school, amount }) => {
      const details = { year: at.year, project: '1404', fund: '105', site: school.id };
      const pay = eventWithin({ ...details, activity: 'collaboration_pay' }, (amount * 85n) / 100n);
      const release = eventWithin(
        { ...details, activity: 'training_substitutes' },
        (amount * 5n) / 100n,
      );
      const rest = amount - totalCost([pay, release]);
      return [pay, release, event({ ...details, activity: 'school_workshops' }, rest)];
    },
  );
}

/** The older series: half of them in a few schools each, half bought by departments. */
function legacy(at: BudgetYear): Event[] {
  const { year } = at;
  const projects = LEGACY_TRAINING.slice(0, at.of(LEGACY_COUNT));
  if (projects.length === 0) return [];
  const total = at.amount(LEGACY);
  const each = (total / BigInt(projects.length) / 100n) * 100n;
  return projects.flatMap(([project], index): Event[] => {
    const amount = index === 0 ? total - each * BigInt(projects.length - 1) : each;
    if (index % 2 === 1) return [event({ year, activity: 'scattered_workshops', project }, amount)];
    const chosen = (_: unknown, place: number): boolean => place % 4 === (index / 2) % 4;
    return byStudents(at, amount, ['elementary', 'k8', 'middle', 'high'], chosen).map((part) =>
      event({ year, activity: 'school_workshops', project, site: part.school.id }, part.amount),
    );
  });
}

function plainLearning(at: BudgetYear, coaches: readonly Event[]): Event[] {
  const total = at.amount([7_200_000, 7_320_000, 7_440_000]) - totalCost(coaches);
  const posted = (details: Omit<EventDetails, 'year' | 'function'>): EventDetails => ({
    ...details,
    year: at.year,
    function: '2213',
  });
  const managers = event(
    posted({ activity: 'training_managers' }),
    at.amount([384_000, 384_000, 384_000]),
  );
  const rest = total - fullCost(managers);
  const part = (percent: bigint): bigint => ((rest * percent) / 10_000n) * 100n;
  return [
    managers,
    event(posted({ activity: 'principal_academy', project: '1410' }), part(15n)),
    event(posted({ activity: 'conferences' }), part(5n)),
    event(posted({ activity: 'tuition' }), part(10n)),
    event(
      posted({ activity: 'workshops', project: '4201', fund: '210' }),
      rest - part(15n) - part(5n) - part(10n),
    ),
  ];
}
