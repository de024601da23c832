import type { Event } from '../events.ts';
import { dollars, split } from '../money.ts';
import { fullCost, isPay, totalCost } from './build.ts';
import type { BudgetYear, ByYear } from './year.ts';

/** The fund of the schools' own budgets: what stands in it the school decides. */
const SCHOOL_FUND = '105';

/** Operating dollars under school control, benefits included. */
const TOTAL: ByYear = [13_392_000, 32_940_000, 51_840_000];

/** In this order schools got to decide on what the central office had decided before. */
const ORDER: readonly string[] = [
  'materials',
  'textbooks',
  'office_supplies',
  'classroom_technology',
  'library_books',
  'athletics',
  'substitutes',
  'classroom_aides',
  'arts_teachers',
  'office_staff',
  'librarians',
  'principals',
  'regular_teachers',
];

/** Some materials stay with the central office, so that the sum comes out to the cent. */
const KEPT = dollars(500);

/** Moves spending at schools from the general fund to the schools' own fund until the year's total is met. */
export function underSchoolControl(at: BudgetYear, events: readonly Event[]): Event[] {
  const total = at.amount(TOTAL);
  let left = total - totalCost(events.filter((it) => it.fund === SCHOOL_FUND));
  const moved = new Map<Event, readonly Event[]>();
  for (const activity of ORDER) {
    const open = events.filter((it) => canMove(it) && it.activity === activity);
    const cost = totalCost(open);
    if (left <= 0n) break;
    if (cost + KEPT <= left) {
      for (const it of open) moved.set(it, [toSchool(it)]);
      left -= cost;
    } else {
      for (const [it, parts] of partly(open, left)) moved.set(it, parts);
      left -= totalCost(
        [...moved.values()]
          .flat()
          .filter((it) => it.activity === activity && it.fund === SCHOOL_FUND),
      );
      break;
    }
  }
  return giveBack(
    events.flatMap((it) => moved.get(it) ?? [it]),
    -left,
  );
}

const canMove = (it: Event): boolean =>
  it.fund === '100' && it.basis === 'recorded' && it.control === 'central' && it.project === '';

const toSchool = (it: Event): Event => ({ ...it, fund: SCHOOL_FUND, control: 'school' });

/** The same part of each event, a little more in sum than what is left, in whole dollars. */
function partly(open: readonly Event[], left: bigint): [Event, Event[]][] {
  const wanted = left + KEPT;
  const whole = totalCost(open);
  const amounts = open.reduce((all, it) => all + it.amount, 0n);
  const target = (amounts * wanted) / whole + 100n;
  const parts = split(
    target > amounts ? amounts : target - (target % 100n),
    open.map((it) => it.amount),
    100n,
  );
  return open.map((it, index) => {
    const part = parts[index] ?? 0n;
    const split_ = [
      { ...toSchool(it), amount: part },
      { ...it, amount: it.amount - part },
    ];
    return [it, split_.filter((each) => each.amount !== 0n)];
  });
}

/** Materials of the first school that has enough of them go back to the general fund. */
function giveBack(events: readonly Event[], surplus: bigint): Event[] {
  if (surplus <= 0n) return [...events];
  const giver = events.find(
    (it) =>
      it.fund === SCHOOL_FUND &&
      !isPay(it.activity) &&
      it.activity === 'materials' &&
      fullCost(it) > surplus,
  );
  return events.flatMap((it) =>
    it === giver
      ? [
          { ...it, amount: it.amount - surplus },
          { ...it, fund: '100', control: 'central' as const, amount: surplus },
        ]
      : [it],
  );
}
