import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generate } from '../../pipelines/generate/generate.ts';
import { DEFAULTS } from '../../pipelines/generate/options.ts';
import {
  type LedgerRecord,
  readLedger,
  readRecords,
  reportCents,
} from '../support/generated-ledger.ts';
import { districtFolder } from '../support/repository.ts';
import { scratchFolder } from '../support/scratch.ts';
import { toCents } from '../support/split-cents.ts';

const scratch = scratchFolder('ledger');
const folder = join(scratch, 'district');
const key = join(scratch, 'key');
generate({
  options: { ...DEFAULTS, students: 3000, years: 2, ledgerLines: 12_000 },
  folder,
  sampleFolder: districtFolder('riverbend'),
  answerKeyFolder: key,
});
const years = [2024, 2025];
const isPosting = (record: LedgerRecord): boolean => record.cells['ACCOUNT'] !== '';

describe('an invented ledger', () => {
  it.each(years)('has totals of %i that equal the lines above them', (year) => {
    const open = { journal: 0n, period: 0n, report: 0n };
    let totals = 0;
    for (const record of readLedger(folder, year)) {
      const total = /^\*+ (JOURNAL|PERIOD|REPORT)/.exec(record.cells['DESCRIPTION'] ?? '')?.[1];
      const kind = total?.toLowerCase() as keyof typeof open | undefined;
      if (kind === undefined) {
        for (const each of ['journal', 'period', 'report'] as const) open[each] += record.cents;
        continue;
      }
      totals += 1;
      expect(record.cents).toBe(open[kind]);
      open[kind] = 0n;
    }
    expect(totals).toBeGreaterThan(12);
  });

  it.each(years)('meets the trial balance of %i by fund, to the cent', (year) => {
    const byFund = new Map<string, bigint>();
    for (const record of readLedger(folder, year).filter(isPosting)) {
      const fund = (record.cells['ACCOUNT'] ?? '').split('-')[0] ?? '';
      byFund.set(fund, (byFund.get(fund) ?? 0n) + record.cents);
    }
    const balance = readRecords(join(folder, `extracts/ledger/TB_FY${year}.csv`));
    expect(new Map(balance.map((row) => [row['FUND'], toCents(row['BALANCE'] ?? '')]))).toEqual(
      new Map([...byFund].sort(([a], [b]) => (a < b ? -1 : 1))),
    );
  });

  it('has a line of the answer key for each posting, and for nothing else', () => {
    const lines = readRecords(join(key, 'ledger_lines.csv'));
    for (const year of years) {
      const posted = readLedger(folder, year).filter(isPosting);
      const known = lines.filter((line) => line['fiscal_year'] === String(year));
      expect(
        known.map((line) => [Number(line['record_no']), toCents(line['amount'] ?? '')]),
      ).toEqual(posted.map(({ number, cents }) => [number, cents]));
    }
  });

  it('has wrong or missing codes in 1 % of its lines or more, and at most 2 % of dollars that nothing explains', () => {
    const lines = readRecords(join(key, 'ledger_lines.csv'));
    expect(lines.filter((line) => line['mistyped'] === 'yes').length).toBeGreaterThan(
      lines.length / 100,
    );
    const spent = lines.filter((line) => line['kind'] !== 'excluded');
    const cents = (some: typeof lines): bigint =>
      some.reduce((sum, line) => sum + toCents(line['amount'] ?? ''), 0n);
    const unexplained = cents(spent.filter((line) => line['decidable'] === 'no'));
    expect(unexplained).toBeGreaterThan(0n);
    expect(unexplained * 50n).toBeLessThanOrEqual(cents(spent));
  });

  it('reverses some invoices in parentheses', () => {
    const reversed = readLedger(folder, 2025).filter((record) =>
      (record.cells['DESCRIPTION'] ?? '').startsWith('REVERSE'),
    );
    expect(reversed.length).toBeGreaterThan(0);
    expect(reversed.every(({ cells }) => /^\(.*\)$/.test(cells['AMOUNT'] ?? ''))).toBe(true);
  });

  it.each(years)('pays in payroll of %i, account by account, what it books as salaries', (year) => {
    const add = (sums: Map<string, bigint>, account: string, cents: bigint): void => {
      sums.set(account, (sums.get(account) ?? 0n) + cents);
    };
    const isSalary = (account: string): boolean => (account.split('-')[2] ?? '').startsWith('1');
    const booked = new Map<string, bigint>();
    for (const { cells, cents } of readLedger(folder, year).filter(isPosting)) {
      const { ACCOUNT: account = '', PROJECT: project = '', JOB: job = '' } = cells;
      if (isSalary(account)) add(booked, `${account}/${project}/${job}`, cents);
    }
    const paid = new Map<string, bigint>();
    for (const row of readRecords(join(folder, `extracts/staff/PAYROLL_FY${year}.csv`))) {
      const {
        ACCOUNT: account = '',
        PROJECT: project = '',
        JOB: job = '',
        AMOUNT: amount = '',
      } = row;
      if (row['EARN_CODE'] !== 'Z9') add(paid, `${account}/${project}/${job}`, reportCents(amount));
    }
    expect(paid).toEqual(booked);
  });
});
