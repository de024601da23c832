import { join } from 'node:path';
import { MOST_PERIODS } from '../../../pipelines/generate/options.ts';
import { readLedger, readRecords, reportCents } from '../../support/generated-ledger.ts';
import { districtFolder } from '../../support/repository.ts';

/** A sum of the generated files: of a ledger line, of a line of the budget, of an open order. */
export interface Booked {
  readonly year: number;
  readonly period: number;
  readonly site: string;
  readonly object: string;
  readonly project: string;
  readonly job: string;
  readonly description: string;
  /** Cents as they are booked. */
  readonly amount: bigint;
  /** With the benefits that follow it, in hundredths of a cent; benefits themselves are 0. */
  readonly cost: bigint;
}

/** Percent of salaries that benefits cost, written here once more so that the files are judged by another hand. */
const BENEFITS: Readonly<Record<string, bigint>> = {
  '100': 25n,
  '105': 25n,
  '210': 24n,
  '220': 20n,
  '230': 30n,
};
const OUTSIDE_FUNDS: readonly string[] = ['240', '300', '400'];
const OUTSIDE_FUNCTIONS: readonly string[] = ['1910', '1920'];
const CLEARING = '2900';

/** The sample district through November 2025, as the repository holds it: another test makes it anew, byte for byte. */
const riverbend = districtFolder('riverbend');

/** A file of its extracts. */
export const extract = (name: string): string => join(riverbend, 'extracts', name);

const read = new Map<string, readonly Booked[]>();

/** Operating lines of the ledger. */
export function ledger(year: number): readonly Booked[] {
  return once(`ledger ${year}`, () =>
    readLedger(riverbend, year).flatMap(({ cells, cents }) =>
      booked(cells, Number(cells['PER']), cents, year),
    ),
  );
}

/** Operating lines of the budget of a year, adopted or revised. */
export function budget(year: number, version: string): readonly Booked[] {
  return once(`budget ${year} ${version}`, () =>
    readRecords(extract(`budget/BUDGET_FY${year}.csv`))
      .filter((row) => row['VERSION'] === version)
      .flatMap((row) => booked(row, 12, reportCents(row['BUDGET'] ?? ''), year)),
  );
}

/** Operating orders that are open at the end of November 2025. */
export function openOrders(): readonly Booked[] {
  return once('open orders', () =>
    readRecords(extract('budget/ENC_FY2026.csv')).flatMap((row) =>
      booked(row, MOST_PERIODS, reportCents(row['OPEN'] ?? ''), 2026),
    ),
  );
}

/** Dollars of the chosen lines as they are booked, benefits among them. */
export function bookedDollars(lines: readonly Booked[], chosen: (line: Booked) => boolean): number {
  return Number(lines.filter(chosen).reduce((sum, line) => sum + line.amount, 0n)) / 100;
}

/** Dollars of the chosen lines with the benefits that follow their salaries. */
export function dollarsOf(lines: readonly Booked[], chosen: (line: Booked) => boolean): number {
  const cost = lines.filter(chosen).reduce((sum, line) => sum + line.cost, 0n);
  return Number(cost) / 10_000;
}

function once(name: string, make: () => readonly Booked[]): readonly Booked[] {
  const lines = read.get(name) ?? make();
  read.set(name, lines);
  return lines;
}

function booked(
  cells: Readonly<Record<string, string>>,
  period: number,
  cents: bigint,
  year: number,
): Booked[] {
  const [fund = '', posted = '', object = '', , site = ''] = (cells['ACCOUNT'] ?? '').split('-');
  const spending = /^\d/.test(object) && object !== '9100';
  const outside = OUTSIDE_FUNDS.includes(fund) || OUTSIDE_FUNCTIONS.includes(posted);
  if (!spending || outside) return [];
  const percent = object.startsWith('1') ? 100n + (BENEFITS[fund] ?? 0n) : 100n;
  const { PROJECT: project = '', JOB: job = '', DESCRIPTION: description = '' } = cells;
  const cost = posted === CLEARING ? 0n : cents * percent;
  return [{ year, period, site, object, project, job, description, amount: cents, cost }];
}
