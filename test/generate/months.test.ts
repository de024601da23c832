import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generate } from '../../pipelines/generate/generate.ts';
import { DEFAULTS } from '../../pipelines/generate/options.ts';
import { readLedger, readRecords } from '../support/generated-ledger.ts';
import { districtFolder } from '../support/repository.ts';
import { scratchFolder } from '../support/scratch.ts';

const scratch = scratchFolder('months');
const months = [0, 1, 2, 3, 4, 5];
const folderOf = (through: number): string => join(scratch, String(through));
for (const throughPeriod of months) {
  generate({
    options: { ...DEFAULTS, students: 3000, years: 1, ledgerLines: 4000, throughPeriod },
    folder: folderOf(throughPeriod),
    sampleFolder: districtFolder('riverbend'),
  });
}
const fileOf = (through: number, name: string): string => join(folderOf(through), 'extracts', name);
const textOf = (through: number, name: string): string =>
  readFileSync(fileOf(through, name), 'utf8');
const postings = (through: number): string[] =>
  readLedger(folderOf(through), 2026)
    .filter(({ cells }) => cells['ACCOUNT'] !== '')
    .map(({ cells }) => Object.values(cells).join('|'));

describe('the files of a year in progress', () => {
  it.each([1, 2, 3, 4, 5])('hold the ledger and the trial balance through period %i', (through) => {
    const periods = readLedger(folderOf(through), 2026).map(({ cells }) => Number(cells['PER']));
    expect(Math.max(...periods)).toBe(through);
    const balances = readRecords(fileOf(through, 'ledger/TB_FY2026.csv'));
    expect([...new Set(balances.map((row) => Number(row['PER'])))]).toEqual(
      months.slice(1, through + 1),
    );
    expect(textOf(through, 'ledger/GL_FY2026.csv')).toContain('* REPORT TOTAL');
  });

  it.each([1, 2, 3, 4])('of month %i stand unchanged in those of the next month', (through) => {
    const earlier = postings(through);
    expect(postings(through + 1).slice(0, earlier.length)).toEqual(earlier);
  });

  it('have a revised budget and the students of October 1 when October is closed, not before', () => {
    const revised = months.map(
      (through) =>
        through > 0 &&
        readRecords(fileOf(through, 'budget/BUDGET_FY2026.csv')).some(
          (row) => row['VERSION'] === 'REVISED',
        ),
    );
    expect(revised).toEqual([false, false, false, false, true, true]);
    const counted = months.map((through) =>
      textOf(through, 'students/enrollment.csv').includes('2025-26,'),
    );
    expect(counted).toEqual([false, false, false, false, true, true]);
  });

  it('leave those of whole years as they are', () => {
    for (const name of [
      'ledger/GL_FY2025.csv',
      'ledger/TB_FY2025.csv',
      'staff/ROSTER_FY2025.csv',
      'staff/POSITIONS_FY2025.csv',
      'budget/BUDGET_FY2025.csv',
    ]) {
      expect(textOf(5, name)).toBe(textOf(0, name));
    }
    expect(existsSync(fileOf(0, 'ledger/GL_FY2026.csv'))).toBe(false);
  });

  it('can be made of a district of any size, with or without findings', () => {
    for (const students of [500, 1200, 30_000]) {
      for (const findings of [true, false]) {
        const folder = join(scratch, `${students}-${findings}`);
        const options = { ...DEFAULTS, students, findings, years: 1, ledgerLines: 2000 };
        generate({ options, folder, sampleFolder: districtFolder('riverbend') });
        const posted = readLedger(folder, 2026).map(({ cells }) => Number(cells['PER']));
        expect(Math.max(...posted)).toBe(5);
      }
    }
  });

  it('have the closed school in its own years alone', () => {
    const sites = readRecords(
      join(districtFolder('riverbend'), 'extracts/organizations/sites.csv'),
    );
    const years = sites.filter((row) => row['SITE'] === '110').map((row) => row['FY']);
    expect(years).toEqual(['2023', '2024', '2025']);
  });

  it('pay from each account what payroll to date says', () => {
    const sums = (rows: readonly (readonly [string, string])[]): Map<string, number> => {
      const byAccount = new Map<string, number>();
      for (const [account, amount] of rows) {
        const cents = Math.round(Number(amount.replaceAll(',', '')) * 100);
        byAccount.set(account, (byAccount.get(account) ?? 0) + cents);
      }
      return byAccount;
    };
    const paid = sums(
      readRecords(fileOf(3, 'staff/PAYROLL_FY2026.csv'))
        .filter((row) => row['EARN_CODE'] !== 'Z9')
        .map((row) => [`${row['ACCOUNT']}/${row['PROJECT']}/${row['JOB']}`, row['AMOUNT'] ?? '']),
    );
    const booked = sums(
      readLedger(folderOf(3), 2026)
        .filter(({ cells }) => (cells['ACCOUNT'] ?? '').split('-')[2]?.startsWith('1') === true)
        .map(({ cells }) => [
          `${cells['ACCOUNT']}/${cells['PROJECT']}/${cells['JOB']}`,
          cells['AMOUNT'] ?? '',
        ]),
    );
    expect(paid).toEqual(booked);
  });
});
