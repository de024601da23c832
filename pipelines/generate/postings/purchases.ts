import { activityOf } from '../accounts/catalog.ts';
import { isPay } from '../budget/build.ts';
import type { Event } from '../events.ts';
import { split } from '../money.ts';
import { randomStream } from '../random.ts';
import { accountOf } from './account.ts';
import type { Density } from './density.ts';
import type { Journal, LedgerLine } from './line.ts';
import { typed } from './mistyping.ts';
import { vendorsOf } from './vendors.ts';

const LINES_OF_A_JOURNAL = 300;
/** Of a thousand invoices, so many are posted, reversed and posted again. */
const REVERSED = 12;

/** Invoices of a period, in the journals of accounts payable. Holds one period of one event in memory, never more. */
export function* purchaseJournals(
  events: readonly Event[],
  period: number,
  density: Density,
  seed: number,
): Generator<Journal> {
  const lines = purchaseLines(events, period, density, seed);
  let next = lines.next();
  for (let batch = 1; next.done !== true; batch += 1) {
    const first = next.value;
    const rest = function* (): Generator<LedgerLine> {
      let line = first;
      for (let count = 1; ; count += 1) {
        yield line;
        next = lines.next();
        if (next.done === true || count === LINES_OF_A_JOURNAL) return;
        line = next.value;
      }
    };
    const year = first.truth.kind === 'event' ? first.truth.event.year : 0;
    yield { id: journalId('AP', year, period, batch), source: 'AP', lines: rest() };
  }
}

export function journalId(kind: string, year: number, period: number, batch: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${kind}${two(year % 100)}${two(period)}${String(batch).padStart(4, '0')}`;
}

function* purchaseLines(
  events: readonly Event[],
  period: number,
  density: Density,
  seed: number,
): Generator<LedgerLine> {
  for (const [index, it] of events.entries()) {
    if (isPay(it.activity)) continue;
    const name = [seed, 'purchase', it.year, index];
    const counts = countsByPeriod(density.linesOf(it), index);
    const count = counts[period - 1] ?? 0;
    const planned = it.byPeriod?.[period - 1];
    if (planned !== undefined) {
      if (planned !== 0n) yield* invoices(it, planned, Math.max(1, count), seed, [...name, period]);
      continue;
    }
    if (count === 0) continue;
    const year = randomStream(...name);
    const weights = counts.map((lines) => BigInt(lines * year.between(80, 120)));
    const amount = split(it.amount, weights)[period - 1] ?? 0n;
    yield* invoices(it, amount, count, seed, [...name, period]);
  }
}

/** Lines of a year, spread over its periods; few lines start in another month for each event. */
function countsByPeriod(lines: number, index: number): number[] {
  const shift = (index * 5) % 12;
  return Array.from({ length: 12 }, (_, month) => {
    const place = (month + shift) % 12;
    return Math.floor(((place + 1) * lines) / 12) - Math.floor((place * lines) / 12);
  });
}

function* invoices(
  it: Event,
  amount: bigint,
  count: number,
  seed: number,
  name: readonly (string | number)[],
): Generator<LedgerLine> {
  const random = randomStream(...name);
  const { descriptions } = activityOf(it.activity);
  const vendors = vendorsOf(it.activity, seed);
  const account = accountOf(it);
  let left = amount;
  for (let place = 0; place < count; place += 1) {
    const rest = BigInt(count - place);
    // An even part of what is left, more or less; the last invoice takes what remains.
    const part = rest === 1n ? left : (left * BigInt(random.between(600, 1400))) / (rest * 1000n);
    left -= part;
    const words = typed(it, account, random.pick(descriptions), random);
    const line: LedgerLine = {
      ...words,
      day: random.between(1, 28),
      vendor: random.pick(vendors),
      amount: part,
      truth: { kind: 'event', event: it },
    };
    yield line;
    if (random.chance(REVERSED)) {
      yield { ...line, amount: -part, description: `REVERSE ${line.description}` };
      yield line;
    }
  }
}
