import { activityOf } from '../accounts/catalog.ts';
import type { Event } from '../events.ts';
import { reportText } from '../money.ts';
import { payOf } from '../people/payroll.ts';
import type { Person } from '../people/registry.ts';
import type { Position } from '../people/staff.ts';
import { accountOf, accountText } from '../postings/account.ts';
import { CsvFile, writeCsv } from './csv-file.ts';
import { usDate } from './dates.ts';

const ROSTER = [
  'FY',
  'EMPLOYEE',
  'LAST_NAME',
  'FIRST_NAME',
  'SNAPSHOT',
  'HIRED',
  'LEFT',
  'FTE',
  'YEARS',
  'DEGREE',
  'CONTRACT_PAY',
];

interface Contract {
  readonly person: Person;
  readonly tenths: number;
  readonly pay: bigint;
}

/** New people begin on August 15; a roster of the summer has those of them who began with the fiscal year. */
function hiredOn(person: Person, year: number, snapshot: string): string {
  const isSummer = person.hired === year && /^0[78]/.test(snapshot);
  return isSummer ? usDate(person.hired - 1, 7, 1) : usDate(person.hired - 1, 8, 15);
}

/** The roster of a day. Two records of people who left long ago are as old systems kept them: unreadable. */
export function writeRoster(
  path: string,
  year: number,
  snapshot: string,
  positions: readonly Position[],
): void {
  const contracts = new Map<string, Contract>();
  for (const { person, tenths, pay } of positions) {
    const before = contracts.get(person.id);
    const sum = { person, tenths: (before?.tenths ?? 0) + tenths, pay: (before?.pay ?? 0n) + pay };
    contracts.set(person.id, sum);
  }
  const records = [...contracts.values()].map(({ person, tenths, pay }) => [
    String(year),
    person.id,
    person.last,
    person.first,
    snapshot,
    hiredOn(person, year, snapshot),
    '',
    fte(tenths),
    String(year - person.startYear),
    person.degree,
    reportText(pay),
  ]);
  const old = (id: string, hired: string, part: string): string[] => [
    String(year),
    id,
    'Ostrander',
    'Pat',
    snapshot,
    hired,
    usDate(1998, 6, 30),
    part,
    '',
    '',
    '',
  ];
  writeCsv(path, ROSTER, [
    ...records,
    old('E00017', '00/00/0000', '1.0'),
    old('E00023', usDate(1971, 9, 1), 'PART'),
  ]);
}

export function writeAssignments(path: string, year: number, positions: readonly Position[]): void {
  const numbers = new Map<string, number>();
  const records = positions.flatMap(({ event, person, places }) =>
    places.map(({ site, tenths }) => {
      const number = (numbers.get(person.id) ?? 0) + 1;
      numbers.set(person.id, number);
      const { job } = activityOf(event.activity);
      return [String(year), person.id, String(number), site, job, fte(tenths)];
    }),
  );
  writeCsv(path, ['FY', 'EMPLOYEE', 'NUMBER', 'SITE', 'JOB', 'FTE'], records);
}

const PAYROLL = ['FY', 'PERIOD', 'EMPLOYEE', 'EARN_CODE', 'ACCOUNT', 'PROJECT', 'JOB', 'AMOUNT'];

/** Periods through which a register is printed: the half years, or once for the year to date. */
const registersOf = (throughPeriod: number): number[] =>
  throughPeriod === 12 ? [6, 12] : [throughPeriod];

/** The payroll register of both half years, or of the year to date. One record in each has an earn code that nobody set up. */
export function writePayroll(
  path: string,
  year: number,
  throughPeriod: number,
  events: readonly Event[],
  positions: readonly Position[],
): void {
  const file = new CsvFile(path);
  file.record(PAYROLL);
  for (const period of registersOf(throughPeriod)) {
    const before = new Map<Event, bigint>();
    for (const { staff, earnCode, event, amount } of payOf(events, positions)) {
      const account = accountOf(event);
      const earlier = before.get(event) ?? 0n;
      before.set(event, earlier + amount);
      const paid =
        throughPeriod === 12
          ? halfOf(amount, period === 6)
          : toDate(earlier + amount, period) - toDate(earlier, period);
      const codes = [accountText(account), account.project, account.job];
      file.record([String(year), String(period), staff, earnCode, ...codes, reportText(paid)]);
    }
    file.record([
      String(year),
      String(period),
      'S900999',
      'Z9',
      '100-1110-1113-1100-900',
      '',
      '701',
      '0.00',
    ]);
  }
  file.close();
}

const halfOf = (amount: bigint, first: boolean): bigint =>
  first ? amount / 2n : amount - amount / 2n;

/** A year's pay until the end of a period, rounded down: differences of running sums lose no cent of an account. */
const toDate = (amount: bigint, period: number): bigint => (amount * BigInt(period)) / 12n;

/** Tenths of a full-time job, as decimals. */
export function fte(tenths: number): string {
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
}

/** Kinds of pay: code, name, type, paid for professional learning. */
const EARN_CODES: readonly (readonly string[])[] = [
  ['REG', 'Regular contract pay', 'base', 'N'],
  ['SUB', 'Substitute by the day', 'substitute', 'N'],
  ['SUT', 'Substitute for training', 'substitute', 'Y'],
  ['COL', 'Collaboration time', 'extra_duty', 'Y'],
  ['EXD', 'Extra duty', 'extra_duty', 'N'],
  ['OVT', 'Overtime', 'overtime', 'N'],
  ['LVP', 'Leave payout', 'leave_payout', 'N'],
];

export function writeEarnCodes(path: string): void {
  writeCsv(path, ['CODE', 'NAME', 'TYPE', 'TRAINING'], EARN_CODES);
}
