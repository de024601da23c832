import { totalCost } from '../budget/build.ts';
import type { Event } from '../events.ts';
import { CENTRAL_SITE } from '../frame/frame.ts';
import { split } from '../money.ts';
import type { Journal, LedgerLine } from './line.ts';
import { journalId } from './purchases.ts';

type Entry = readonly [object: string, description: string, exclusion: string, part: bigint];

/** What is no spending but stands in the same report: by fund, in ten-thousandths of the fund's spending. */
const entries: Readonly<Record<string, readonly Entry[]>> = {
  '100': [
    ['R1510', 'INTEREST EARNED', 'revenue', -60n],
    ['R1910', 'RENT OF BUILDINGS', 'revenue', -25n],
    ['B1010', 'CASH', 'balance_sheet', 310n],
    ['B4010', 'ACCOUNTS PAYABLE', 'balance_sheet', -310n],
  ],
  '230': [['R1610', 'MEAL SALES', 'revenue', -900n]],
  '240': [['R1310', 'TUITION FROM ADULTS', 'revenue', -3500n]],
};
/** The general fund pays for the schools' own budgets by a transfer. */
const SCHOOL_FUND = '105';

/** Revenue, transfers and the balance sheet: in the report, but no spending of the map. */
export function balanceJournal(events: readonly Event[], year: number, period: number): Journal {
  const spentIn = (fund: string): bigint => totalCost(events.filter((it) => it.fund === fund));
  const transfer = spentIn(SCHOOL_FUND);
  const posted = [
    lineOf('100', '9100', 'TRANSFER TO SCHOOL SITE BUDGETS', 'transfers', transfer, period),
    lineOf(SCHOOL_FUND, 'R5200', 'TRANSFER FROM GENERAL FUND', 'transfers', -transfer, period),
    ...Object.entries(entries).flatMap(([fund, list]) =>
      list.map(([object, description, exclusion, part]) =>
        lineOf(fund, object, description, exclusion, (spentIn(fund) * part) / 10_000n, period),
      ),
    ),
  ].filter((line) => line.amount !== 0n);
  return { id: journalId('CR', year, period, 1), source: 'CR', lines: posted };
}

/** A twelfth of a year's amount. */
function lineOf(
  fund: string,
  object: string,
  description: string,
  exclusion: string,
  amount: bigint,
  period: number,
): LedgerLine {
  const none = { function: '0000', program: '0000', project: '', job: '' };
  return {
    account: { fund, object, site: CENTRAL_SITE, ...none },
    day: 15,
    description,
    vendor: '',
    amount: split(amount, Array<bigint>(12).fill(1n))[period - 1] ?? 0n,
    truth: { kind: 'excluded', exclusion },
    mistyped: false,
  };
}
