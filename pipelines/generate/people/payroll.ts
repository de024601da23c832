import { activityOf } from '../accounts/catalog.ts';
import { isPay } from '../budget/build.ts';
import type { Event } from '../events.ts';
import { split } from '../money.ts';
import type { Position } from './staff.ts';

/** What a person was paid in a year from one account. */
export interface Pay {
  readonly staff: string;
  readonly earnCode: string;
  readonly event: Event;
  readonly amount: bigint;
}

/** A substitute's usual pay of a year in cents, and the most people who share a school's extra hours. */
const SUBSTITUTE_PAY = 800_000n;
const MOST_EXTRA = 8;

/** Everybody's pay: contracts, substitutes by the day, teachers by the extra hour. Sums to the ledger's salaries. */
export function* payOf(events: readonly Event[], positions: readonly Position[]): Generator<Pay> {
  for (const { event, person, pay } of positions) {
    yield { staff: person.id, earnCode: 'REG', event, amount: pay };
  }
  const teachers = new Map<string, string[]>();
  for (const { event, person } of positions) {
    if (event.activity !== 'regular_teachers') continue;
    teachers.set(event.site, [...(teachers.get(event.site) ?? []), person.id]);
  }
  for (const it of events) {
    const { pay, object } = activityOf(it.activity);
    if (!isPay(it.activity) || pay !== undefined) continue;
    const substitutes = object === '1113';
    const people = substitutes
      ? substitutesOf(it)
      : (teachers.get(it.site) ?? []).slice(0, MOST_EXTRA);
    const parts = split(
      it.amount,
      people.map(() => 1n),
    );
    for (const [index, staff] of people.entries()) {
      yield { staff, earnCode: earnCodeOf(it), event: it, amount: parts[index] ?? 0n };
    }
  }
}

function substitutesOf(it: Event): string[] {
  const count = Math.max(1, Number(it.amount / SUBSTITUTE_PAY));
  return Array.from(
    { length: count },
    (_, index) => `S${it.site}${String(index + 1).padStart(3, '0')}`,
  );
}

function earnCodeOf(it: Event): string {
  if (it.activity === 'substitutes') return 'SUB';
  if (it.activity === 'training_substitutes') return 'SUT';
  return it.activity === 'collaboration_pay' ? 'COL' : 'EXD';
}
