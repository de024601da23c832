import { isPay } from '../budget/build.ts';
import type { Event } from '../events.ts';
import { accountOf, accountText } from './account.ts';
import type { Account } from './account.ts';
import { benefitsOfFund } from './payroll.ts';

/** An account with a sum. */
export interface AccountSum {
  readonly account: Account;
  readonly amount: bigint;
}

/** Sums by account, in the order in which accounts first occur. */
export function byAccount(sums: readonly AccountSum[]): AccountSum[] {
  const known = new Map<string, AccountSum>();
  for (const { account, amount } of sums) {
    const key = [accountText(account), account.project, account.job].join('|');
    known.set(key, { account, amount: (known.get(key)?.amount ?? 0n) + amount });
  }
  return [...known.values()];
}

/** What a year's events cost by account, with the benefits of each fund at the central office. */
export function costByAccount(events: readonly Event[]): AccountSum[] {
  const salaries = new Map<string, bigint>();
  for (const it of events) {
    if (isPay(it.activity)) salaries.set(it.fund, (salaries.get(it.fund) ?? 0n) + it.amount);
  }
  return [
    ...byAccount(events.map((it) => ({ account: accountOf(it), amount: it.amount }))),
    ...[...salaries].flatMap(([fund, salary]) => benefitsOfFund(fund, salary)),
  ];
}
