import { budgetEvents } from '../budget/adopted.ts';
import type { BudgetVersion } from '../budget/adopted.ts';
import { openOrders } from '../budget/open-orders.ts';
import type { YearPlan } from '../budget/plan.ts';
import type { BudgetYear } from '../budget/year.ts';
import { reportText } from '../money.ts';
import { accountOf, accountText } from '../postings/account.ts';
import { byAccount, costByAccount } from '../postings/by-account.ts';
import type { AccountSum } from '../postings/by-account.ts';
import { writeCsv } from './csv-file.ts';
import { lastDay } from './dates.ts';

/** The board revises a budget in October. */
const REVISED_IN_PERIOD = 4;

/** The budget by account: as it was adopted and, from October on, as it was revised. */
export function writeBudget(
  path: string,
  at: BudgetYear,
  throughPeriod: number,
  plan: YearPlan,
): void {
  const versions: BudgetVersion[] =
    throughPeriod < REVISED_IN_PERIOD ? ['adopted'] : ['adopted', 'revised'];
  const records = versions.flatMap((version) =>
    costByAccount(budgetEvents(at, plan, version)).map((sum) => [
      String(at.year),
      version.toUpperCase(),
      version === 'adopted' ? '00' : periodText(throughPeriod),
      ...cellsOf(sum),
    ]),
  );
  writeCsv(path, ['FY', 'VERSION', 'PER', 'ACCOUNT', 'PROJECT', 'JOB', 'BUDGET'], records);
}

/** What is ordered and not yet paid at the end of the last closed period, by account. */
export function writeOpenOrders(
  path: string,
  at: BudgetYear,
  throughPeriod: number,
  plan: YearPlan,
): void {
  const orders = openOrders(at, plan, throughPeriod).map(({ event, open }) => ({
    account: accountOf(event),
    amount: open,
  }));
  const records = byAccount(orders).map((sum) => [
    String(at.year),
    periodText(throughPeriod),
    lastDay(at.year, throughPeriod),
    ...cellsOf(sum),
  ]);
  writeCsv(path, ['FY', 'PER', 'AS_OF', 'ACCOUNT', 'PROJECT', 'JOB', 'OPEN'], records);
}

const periodText = (period: number): string => String(period).padStart(2, '0');

const cellsOf = ({ account, amount }: AccountSum): string[] => [
  accountText(account),
  account.project,
  account.job,
  reportText(amount),
];
