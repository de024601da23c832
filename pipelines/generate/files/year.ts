import { join } from 'node:path';
import type { AnswerKey } from '../answer-key.ts';
import { budgetYear } from '../budget/year.ts';
import type { Frame } from '../frame/frame.ts';
import { LATEST_YEAR, YEAR_IN_PROGRESS } from '../options.ts';
import type { Registry } from '../people/registry.ts';
import { staffOf } from '../people/staff.ts';
import type { PostedYear } from '../postings/posted-years.ts';
import { writeAbsences } from './absences.ts';
import { writeBudget, writeOpenOrders } from './budget.ts';
import { writeChart } from './chart.ts';
import { reportDate } from './dates.ts';
import { writeLedger } from './ledger.ts';
import { writeAssignments, writePayroll, writeRoster } from './people.ts';
import { writePositions } from './positions.ts';
import { writeTrialBalance } from './trial-balance.ts';

/** Rosters are of October 1, or of the first day of the last closed month. */
const ROSTER_PERIOD = 4;

/** Writes the files of one year, as far as it is in the books. */
export function writeYear(
  frame: Frame,
  posted: PostedYear,
  extracts: string,
  registry: Registry,
  key: AnswerKey,
): void {
  const { year, throughPeriod, plan, events, density } = posted;
  const { seed } = frame.options;
  const file = (folder: string, name: string): string =>
    join(extracts, folder, `${name}_FY${year}.csv`);
  const positions = staffOf(frame.in(year), year, events, registry);
  key.positions(year, positions);
  writeChart(file('chart', 'CHART'), year);
  const snapshot = reportDate(year, throughPeriod === 12 ? ROSTER_PERIOD : throughPeriod, 1);
  writeRoster(file('staff', 'ROSTER'), year, snapshot, positions);
  writeAssignments(file('staff', 'ASSIGN'), year, positions);
  writePayroll(file('staff', 'PAYROLL'), year, throughPeriod, events, positions);
  const path = file('ledger', 'GL');
  const name = `GL_FY${year}.csv`;
  const balances = writeLedger(path, name, year, throughPeriod, events, density, seed, key);
  writeTrialBalance(file('ledger', 'TB'), year, balances);
  if (year < LATEST_YEAR) return;
  const at = budgetYear(frame.in(year), year);
  writeBudget(file('budget', 'BUDGET'), at, throughPeriod, plan);
  writePositions(file('staff', 'POSITIONS'), frame, year, throughPeriod, positions);
  writeAbsences(file('staff', 'ABSENCES'), year, throughPeriod, positions, seed);
  if (year === YEAR_IN_PROGRESS) {
    writeOpenOrders(file('budget', 'ENC'), at, throughPeriod, plan);
  }
}
