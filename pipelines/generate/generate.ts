import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { answerKey, NO_ANSWER_KEY } from './answer-key.ts';
import { projectSites } from './budget/grants.ts';
import { planYear } from './budget/plan.ts';
import type { Event } from './events.ts';
import { writeCsv } from './files/csv-file.ts';
import { writeChart } from './files/chart.ts';
import { writeLedger } from './files/ledger.ts';
import { writeAssignments, writeEarnCodes, writePayroll, writeRoster } from './files/people.ts';
import { writeResults } from './files/results.ts';
import { writeEnrollment, writeSites } from './files/sites.ts';
import { makeFrame } from './frame/frame.ts';
import type { Frame } from './frame/frame.ts';
import { decimalText } from './money.ts';
import type { GenerateOptions } from './options.ts';
import { Registry } from './people/registry.ts';
import { staffOf } from './people/staff.ts';
import { densityFor } from './postings/density.ts';

export interface GenerateRequest {
  readonly options: GenerateOptions;
  /** The folder that becomes a district. */
  readonly folder: string;
  /** The folder of the sample district, whose configuration and rules the new one gets. */
  readonly sampleFolder: string;
  readonly answerKeyFolder?: string;
}

/** Writes an invented district: extracts, configuration and coding tables. The same request writes the same bytes. */
export function generate({
  options,
  folder,
  sampleFolder,
  answerKeyFolder,
}: GenerateRequest): void {
  const frame = makeFrame(options);
  const plans = new Map(frame.years.map((year) => [year, planYear(frame, year)]));
  copyConfiguration(sampleFolder, folder);
  writeProjectSites(join(folder, 'coding', 'project_sites.csv'), frame);
  const extracts = join(folder, 'extracts');
  writeSites(join(extracts, 'organizations', 'sites.csv'), frame);
  writeEnrollment(join(extracts, 'students', 'enrollment.csv'), frame);
  writeResults(join(extracts, 'students', 'results.csv'), frame);
  writeEarnCodes(join(extracts, 'staff', 'earn_codes.csv'));
  writeYears(frame, plans, extracts, answerKeyFolder);
}

function writeYears(
  frame: Frame,
  plans: ReadonlyMap<number, readonly Event[]>,
  extracts: string,
  answerKeyFolder: string | undefined,
): void {
  const { seed, ledgerLines } = frame.options;
  const key = answerKeyFolder === undefined ? NO_ANSWER_KEY : answerKey(answerKeyFolder, frame);
  const density = densityFor([...plans.values()].flat(), ledgerLines);
  const registry = new Registry(seed);
  for (const [year, events] of plans) {
    const positions = staffOf(frame, year, events, registry);
    key.positions(year, positions);
    writeChart(join(extracts, 'chart', `CHART_FY${year}.csv`), year);
    writeRoster(join(extracts, 'staff', `ROSTER_FY${year}.csv`), year, positions);
    writeAssignments(join(extracts, 'staff', `ASSIGN_FY${year}.csv`), year, positions);
    writePayroll(join(extracts, 'staff', `PAYROLL_FY${year}.csv`), year, events, positions);
    const file = `GL_FY${year}.csv`;
    const path = join(extracts, 'ledger', file);
    const totals = writeLedger(path, file, year, events, density, seed, key);
    writeControlTotals(join(extracts, 'ledger', `TB_FY${year}.csv`), year, totals);
  }
  key.close();
}

function writeControlTotals(path: string, year: number, totals: ReadonlyMap<string, bigint>): void {
  const document = `Trial balance of June 30 ${year}`;
  const records = [...totals]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([fund, amount]) => [String(year), fund, decimalText(amount), document]);
  writeCsv(path, ['FY', 'FUND', 'BALANCE', 'DOCUMENT'], records);
}

function writeProjectSites(path: string, frame: Frame): void {
  const records = projectSites(frame).map(({ project, site, share }) => [
    project,
    site,
    `${share / 1_000_000n}.${(share % 1_000_000n).toString().padStart(6, '0')}`,
  ]);
  writeCsv(path, ['project_code', 'site_id', 'share'], records);
}

function copyConfiguration(from: string, to: string): void {
  if (from === to) return;
  for (const name of ['district.yaml', 'README.md', 'coding']) {
    const source = join(from, name);
    if (existsSync(source)) cpSync(source, join(to, name), { recursive: true });
  }
}
