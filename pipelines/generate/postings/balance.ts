import { totalCost } from '../budget/build.ts';
import type { Event } from '../events.ts';
import { CENTRAL_SITE } from '../frame/frame.ts';
import { split } from '../money.ts';
import type { Journal, LedgerLine } from './line.ts';
import { journalId } from './purchases.ts';

type Entry = readonly [object: string, description: string, exclusion: string, percent: bigint];

/** What is no spending but stands in the same report: by fund, in percent of the fund's spending. */
const entries: Readonly<Record<string, readonly Entry[]>> = {
  '100': [
    ['R1110', 'PROPERTY TAX', 'revenue', -62n],
    ['R3110', 'STATE FOUNDATION AID', 'revenue', -71n],
    ['9100', 'TRANSFER TO SCHOOL SITE BUDGETS', 'transfers', 30n],
    ['B1010', 'CASH', 'balance_sheet', 3n],
    ['B4010', 'ACCOUNTS PAYABLE', 'balance_sheet', -3n],
  ],
  '105': [['R5200', 'TRANSFER FROM GENERAL FUND', 'transfers', -100n]],
  '210': [['R4110', 'FEDERAL GRANTS', 'revenue', -100n]],
  '220': [['R3210', 'STATE GRANTS', 'revenue', -100n]],
  '230': [['R4220', 'MEAL REIMBURSEMENT', 'revenue', -97n]],
  '240': [['R1310', 'TUITION FROM ADULTS', 'revenue', -100n]],
  '300': [['R5100', 'SALE OF BONDS', 'revenue', -100n]],
  '400': [['R1120', 'PROPERTY TAX FOR BONDS', 'revenue', -100n]],
};

/** Revenue, transfers and the balance sheet: in the report, but no spending of the map. */
export function balanceJournal(events: readonly Event[], year: number, period: number): Journal {
  const lines = Object.entries(entries).flatMap(([fund, list]) => {
    const spent = totalCost(events.filter((it) => it.fund === fund));
    return list.map(([object, description, exclusion, percent]): LedgerLine => ({
      account: {
        fund,
        function: '0000',
        object,
        program: '0000',
        project: '',
        job: '',
        site: CENTRAL_SITE,
      },
      day: 15,
      description,
      vendor: '',
      amount: split((spent * percent) / 100n, Array<bigint>(12).fill(1n))[period - 1] ?? 0n,
      truth: { kind: 'excluded', exclusion },
      mistyped: false,
    }));
  });
  const posted = lines.filter((line) => line.amount !== 0n);
  return { id: journalId('CR', year, period, 1), source: 'CR', lines: posted };
}
