import { join } from 'node:path';
import { activityOf } from './accounts/catalog.ts';
import { projectSites } from './budget/grants.ts';
import type { Frame } from './frame/frame.ts';
import { CsvFile, writeCsv } from './files/csv-file.ts';
import { decimalText } from './money.ts';
import { yearsCounted } from './options.ts';
import { accountOf } from './postings/account.ts';
import type { LedgerLine } from './postings/line.ts';
import type { Position } from './people/staff.ts';

/** The truth about every posted line, written from the events; the product never reads it. */
export interface AnswerKey {
  line(file: string, record: number, year: number, line: LedgerLine): void;
  positions(year: number, positions: readonly Position[]): void;
  close(): void;
}

/** For who asks for no answer key. */
export const NO_ANSWER_KEY: AnswerKey = { line: () => {}, positions: () => {}, close: () => {} };

const LINES = [
  'file',
  'record_no',
  'fiscal_year',
  'amount',
  'kind',
  'purpose_id',
  'control',
  'level',
  'basis',
  'driver',
  'site_id',
  'decidable',
  'mistyped',
];

/**
 * Writes the key to a folder: `ledger_lines.csv` (a line per posting; `driver` names the fund of benefits, the account
 * of itinerant people, or the grant), `assignments.csv` (pay in cents by account and site), `project_sites.csv` and
 * `students.csv`.
 */
export function answerKey(folder: string, frame: Frame): AnswerKey {
  const lines = new CsvFile(join(folder, 'ledger_lines.csv'));
  const people = new CsvFile(join(folder, 'assignments.csv'));
  lines.record(LINES);
  people.record(['fiscal_year', 'driver', 'site_id', 'pay_cents']);
  writeCsv(
    join(folder, 'students.csv'),
    ['fiscal_year', 'site_id', 'students'],
    yearsCounted(frame.options).flatMap((year) =>
      frame
        .in(year)
        .schools.map((school) => [
          String(year),
          school.id,
          String(frame.students(school, year).all),
        ]),
    ),
  );
  writeCsv(
    join(folder, 'project_sites.csv'),
    ['project_code', 'site_id', 'millionths'],
    projectSites(frame).map(({ project, site, share }) => [project, site, share.toString()]),
  );
  return {
    line: (file, record, year, line) => {
      const known = [file, String(record), String(year), decimalText(line.amount)];
      lines.record([...known, ...truthCells(line), line.mistyped ? 'yes' : 'no']);
    },
    positions: (year, positions) => {
      for (const [driver, sites] of itinerantPay(positions)) {
        for (const [site, cents] of sites)
          people.record([String(year), driver, site, cents.toString()]);
      }
    },
    close: () => {
      lines.close();
      people.close();
    },
  };
}

function truthCells({ truth }: LedgerLine): string[] {
  switch (truth.kind) {
    case 'event': {
      const { event } = truth;
      const place = event.basis === 'recorded' ? event.site : '';
      const { purpose } = activityOf(event.activity);
      const known = [
        'event',
        purpose,
        event.control,
        event.level,
        event.basis,
        driverOf(truth.event),
        place,
      ];
      return [...known, event.decidable ? 'yes' : 'no'];
    }
    case 'benefits':
      return ['benefits', '', '', '', 'benefits_of_fund', truth.fund, '', 'yes'];
    case 'excluded':
      return ['excluded', truth.exclusion, '', '', '', '', '', 'yes'];
  }
}

/** What a shared cost is divided by. */
function driverOf(event: Position['event']): string {
  if (event.basis === 'assignment') return driverAccount(event);
  if (event.basis === 'project_sites') return event.project;
  return event.basis === 'students' ? 'all' : '';
}

function driverAccount(event: Position['event']): string {
  const { fund, function: posted, object, program, project, job } = accountOf(event);
  return [fund, posted, object, program, project, job].join('|');
}

function itinerantPay(positions: readonly Position[]): Map<string, Map<string, bigint>> {
  const drivers = new Map<string, Map<string, bigint>>();
  for (const { event, pay, tenths, places } of positions) {
    if (event.basis !== 'assignment') continue;
    const driver = driverAccount(event);
    const sites = drivers.get(driver) ?? new Map<string, bigint>();
    for (const place of places) {
      const part = (pay * BigInt(place.tenths)) / BigInt(tenths);
      sites.set(place.site, (sites.get(place.site) ?? 0n) + part);
    }
    drivers.set(driver, sites);
  }
  return drivers;
}
