import { isPay } from '../budget/build.ts';
import { benefitRate } from '../events.ts';
import type { Event } from '../events.ts';
import { CENTRAL_SITE } from '../frame/frame.ts';
import { split } from '../money.ts';
import { accountOf } from './account.ts';
import type { Account } from './account.ts';
import type { Density } from './density.ts';
import type { Journal, LedgerLine } from './line.ts';
import { journalId } from './purchases.ts';

const MONTH_END = 28;

/** Percent of salaries for Medicare and for retirement; insurance is the rest of a fund's rate. */
const BENEFITS: readonly (readonly [object: string, percent: bigint, description: string])[] = [
  ['2200', 1n, 'MEDICARE'],
  ['2300', 12n, 'RETIREMENT CONTRIBUTION'],
];
const INSURANCE: readonly [object: string, description: string] = ['2100', 'GROUP INSURANCE'];

/** Salaries of a period: a line for each account, a part of the year's pay each. */
export function payJournal(
  events: readonly Event[],
  year: number,
  period: number,
  density: Density,
): Journal | null {
  const posted = postedPeriods(density);
  const place = posted.indexOf(period);
  if (place < 0) return null;
  const lines = function* (): Generator<LedgerLine> {
    for (const it of events) {
      if (!isPay(it.activity)) continue;
      yield {
        account: accountOf(it),
        day: MONTH_END,
        description: 'PAYROLL DISTRIBUTION',
        vendor: '',
        amount:
          split(
            it.amount,
            posted.map(() => 1n),
          )[place] ?? 0n,
        truth: { kind: 'event', event: it },
        mistyped: false,
      };
    }
  };
  return { id: journalId('PR', year, period, 1), source: 'PRJ', lines: lines() };
}

/** The benefits of whole funds, in one journal at the central office. */
export function benefitsJournal(
  events: readonly Event[],
  year: number,
  period: number,
  density: Density,
): Journal | null {
  const posted = postedPeriods(density);
  const place = posted.indexOf(period);
  if (place < 0) return null;
  const salaries = new Map<string, bigint>();
  for (const it of events) {
    if (isPay(it.activity)) salaries.set(it.fund, (salaries.get(it.fund) ?? 0n) + it.amount);
  }
  const lines = [...salaries].flatMap(([fund, salary]) =>
    benefitsOfFund(fund, salary).map(({ account, amount, description }): LedgerLine => ({
      account,
      day: MONTH_END,
      description,
      vendor: '',
      amount:
        split(
          amount,
          posted.map(() => 1n),
        )[place] ?? 0n,
      truth: { kind: 'benefits', fund },
      mistyped: false,
    })),
  );
  return { id: journalId('BN', year, period, 1), source: 'GJ', lines };
}

/** What the benefits of a fund's salaries cost in a year, by account. */
export function benefitsOfFund(
  fund: string,
  salary: bigint,
): { account: Account; amount: bigint; description: string }[] {
  return benefitsOf(fund).map(({ object, percent, description }) => ({
    account: benefitAccount(fund, object),
    amount: (salary * percent) / 100n,
    description,
  }));
}

function benefitsOf(fund: string): { object: string; percent: bigint; description: string }[] {
  const known = BENEFITS.map(([object, percent, description]) => ({
    object,
    percent,
    description,
  }));
  const insurance = benefitRate(fund) - known.reduce((sum, benefit) => sum + benefit.percent, 0n);
  return [{ object: INSURANCE[0], percent: insurance, description: INSURANCE[1] }, ...known];
}

function benefitAccount(fund: string, object: string): Account {
  const none = { project: '', job: '', program: '1900' };
  return { fund, function: '2900', object, site: CENTRAL_SITE, ...none };
}

/** The last period of each part of the year. */
function postedPeriods(density: Density): number[] {
  const step = 12 / density.payPeriods;
  return Array.from({ length: density.payPeriods }, (_, index) => (index + 1) * step);
}
