import type { AnswerKey } from '../answer-key.ts';
import type { Event } from '../events.ts';
import { reportText } from '../money.ts';
import { accountText } from '../postings/account.ts';
import { balanceJournal } from '../postings/balance.ts';
import type { Density } from '../postings/density.ts';
import type { Journal, LedgerLine } from '../postings/line.ts';
import { benefitsJournal, payJournal } from '../postings/payroll.ts';
import { purchaseJournals } from '../postings/purchases.ts';
import { CsvFile } from './csv-file.ts';
import { monthOf, reportDate } from './dates.ts';

const HEADER = [
  'FY',
  'PER',
  'DATE',
  'JOURNAL',
  'LINE',
  'SRC',
  'ACCOUNT',
  'PROJECT',
  'JOB',
  'DESCRIPTION',
  'VENDOR',
  'AMOUNT',
];
const LINES_OF_A_PAGE = 400;
const AMOUNT = HEADER.length - 1;
const DESCRIPTION = HEADER.indexOf('DESCRIPTION');

/**
 * Writes a year's ledger through a period as the finance system prints it: titles, pages, and totals of journals,
 * periods and the report. Returns the balances by fund through each period.
 */
export function writeLedger(
  path: string,
  file: string,
  year: number,
  throughPeriod: number,
  events: readonly Event[],
  density: Density,
  seed: number,
  key: AnswerKey,
): Map<string, bigint>[] {
  const report = new CsvFile(path);
  const balances: Map<string, bigint>[] = [];
  let lines = 0;
  let reportTotal = 0n;
  report.line('RIVERBEND PUBLIC SCHOOLS');
  report.line(
    `GL310 GENERAL LEDGER DETAIL   FISCAL YEAR ${year} (JULY ${year - 1} TO ${monthOf(year, throughPeriod).toUpperCase()})`,
  );
  report.line('ALL FUNDS   ALL SOURCES   POSTED ENTRIES ONLY');
  report.record(HEADER);
  for (let period = 1; period <= throughPeriod; period += 1) {
    const totals = new Map(balances.at(-1));
    let periodTotal = 0n;
    for (const journal of journalsOf(events, year, period, density, seed)) {
      let journalTotal = 0n;
      let place = 0;
      for (const line of journal.lines) {
        place += 1;
        lines += 1;
        const record = report.record(cellsOf(line, journal, year, period, place));
        key.line(file, record, year, line);
        const { fund } = line.account;
        totals.set(fund, (totals.get(fund) ?? 0n) + line.amount);
        journalTotal += line.amount;
        if (lines % LINES_OF_A_PAGE === 0) {
          report.record(
            note(`RIVERBEND PUBLIC SCHOOLS   GL310   PAGE ${lines / LINES_OF_A_PAGE + 1}`, ''),
          );
        }
      }
      report.record(note('*** JOURNAL TOTAL', reportText(journalTotal)));
      periodTotal += journalTotal;
    }
    report.record(
      note(`** PERIOD ${String(period).padStart(2, '0')} TOTAL`, reportText(periodTotal)),
    );
    reportTotal += periodTotal;
    balances.push(totals);
  }
  report.record(note('* REPORT TOTAL', reportText(reportTotal)));
  report.close();
  return balances;
}

function* journalsOf(
  events: readonly Event[],
  year: number,
  period: number,
  density: Density,
  seed: number,
): Generator<Journal> {
  const pay = payJournal(events, year, period, density);
  if (pay) yield pay;
  const benefits = benefitsJournal(events, year, period, density);
  if (benefits) yield benefits;
  yield* purchaseJournals(events, period, density, seed);
  yield balanceJournal(events, year, period);
}

function cellsOf(
  line: LedgerLine,
  journal: Journal,
  year: number,
  period: number,
  place: number,
): string[] {
  return [
    String(year),
    String(period).padStart(2, '0'),
    reportDate(year, period, line.day),
    journal.id,
    String(place),
    journal.source,
    accountText(line.account),
    line.account.project,
    line.account.job,
    line.description,
    line.vendor,
    reportText(line.amount),
  ];
}

/** A record that is no posting: a page's title or a total. */
function note(text: string, amount: string): string[] {
  const cells = HEADER.map(() => '');
  cells[DESCRIPTION] = text;
  cells[AMOUNT] = amount;
  return cells;
}
