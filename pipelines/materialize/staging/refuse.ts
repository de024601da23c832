import { amountTypeSql, isLedger } from '../../../transforms/contract/contract.ts';
import { Problem } from '../../../transforms/problem.ts';
import { countOf } from '../../runtime/words.ts';
import { type Engine, textOf } from '../../runtime/duckdb.ts';
import type { StagingJob } from './job.ts';
import type { Originals } from './originals.ts';
import { senderColumn, sentence } from './quarantined-sql.ts';
import type { MaskCheck } from './row-checks.ts';
import { LOADED } from './staged-sql.ts';

/** Somebody has written to a file that was being read: whatever was read of it says nothing. */
export function fileChanged(file: string): Problem {
  return new Problem({
    code: 'file_changed',
    what: 'The file was changed while the refresh was running.',
    fix: 'Run the command again when the file is complete.',
    where: { file },
    retryable: true,
  });
}

/** The loader must have seen exactly the records that the pre-scan counted in the bytes. */
export async function refuseLostRecords(engine: Engine, job: StagingJob): Promise<void> {
  const [counted] = await engine.rows(
    'select count(*) filter (where record_part = 1)::integer as records from mapped',
  );
  if (Number(counted?.['records']) === job.facts.records) return;
  throw new Problem({
    code: 'records_lost',
    what: `The file has ${countOf(job.facts.records, 'record')} by its bytes, and the loader read ${countOf(Number(counted?.['records']), 'record')}.`,
    fix: 'Export the file again with every cell in quotation marks, and report this file’s form.',
    where: { file: job.fileName },
  });
}

/** A row of dollars without a readable amount or with a wrong year could not be counted anywhere: it stops the run. */
export async function refuseLedgerRows(
  engine: Engine,
  job: StagingJob,
  checks: readonly MaskCheck[],
  originals: Originals,
): Promise<void> {
  if (amountTypeSql(job.contract) === null) return;
  const fatal = checks.flatMap(({ column, whole }, i) =>
    (whole && column === '') || column === 'amount' || column === 'fiscal_year' ? [i] : [],
  );
  await refuseRows(engine, job, checks, fatal, originals, {
    code: 'ledger_row_unreadable',
    fix: 'If it is a title or a total of the report, drop it by a rule in district.yaml; else ask for a corrected file.',
  });
}

/** The map covers some fiscal years; a ledger row of another one would be read and counted in none of them. */
export async function refuseOtherYears(
  engine: Engine,
  job: StagingJob,
  fiscalYears: readonly number[],
  originals: Originals,
): Promise<void> {
  if (!isLedger(job.contract)) return;
  const [first] = await engine.rows(
    `select record_no::integer as record_no, record_part, fiscal_year, (count(*) over ())::integer as rows
    from (select * from mapped where fiscal_year not in (${fiscalYears.join(', ')})) as mapped where ${LOADED}
    order by record_no limit 1`,
  );
  if (first === undefined) return;
  const others = Number(first['rows']) - 1;
  const more =
    others === 0 ? '' : `, and so ${others === 1 ? 'is' : 'are'} ${countOf(others, 'more row')}`;
  const year = textOf(first['fiscal_year']);
  const named = job.fileYear !== null;
  throw new Problem({
    code: 'year_not_mapped',
    rule: 'F15',
    what: `This row is of fiscal year ${year}${more}; the map covers ${fiscalYears.join(', ')}.`,
    fix: named
      ? `Add ${year} to fiscal_years in district.yaml, or take the file out of the folder: its name says the year.`
      : `Add ${year} to fiscal_years in district.yaml, leave the rows out by \`keep\`, or name the file by its year if the column is wrong.`,
    where: {
      file: job.fileName,
      line: await originals.lineOf(Number(first['record_no'])),
      column: senderColumn(job, { column: 'fiscal_year' }, Number(first['record_part'])),
    },
  });
}

/** In a list that people keep by hand every row must be right. */
export async function refuseAnyRow(
  engine: Engine,
  job: StagingJob,
  checks: readonly MaskCheck[],
  originals: Originals,
): Promise<void> {
  await refuseRows(engine, job, checks, [...checks.keys()], originals, {
    code: 'reference_row_wrong',
    fix: 'Correct the line.',
  });
}

async function refuseRows(
  engine: Engine,
  job: StagingJob,
  checks: readonly MaskCheck[],
  fatal: readonly number[],
  originals: Originals,
  said: { readonly code: string; readonly fix: string },
): Promise<void> {
  const [first] = await engine.rows(
    `select record_no::integer as record_no, record_part, check_no,
        (select count(distinct record_no) from set_aside where check_no in (${fatal.join(', ')}))::integer as records
    from set_aside where check_no in (${fatal.join(', ')}) order by record_no, record_part, check_no limit 1`,
  );
  const check = first === undefined ? undefined : checks[Number(first['check_no'])];
  if (first === undefined || check === undefined) return;
  const others = Number(first['records']) - 1;
  const more =
    others === 0
      ? ''
      : ` ${countOf(others, 'more row')} ${others === 1 ? 'has' : 'have'} the same problem.`;
  throw new Problem({
    ...said,
    rule: check.rule,
    what: `${sentence(check)}${more}`,
    where: {
      file: job.fileName,
      line: await originals.lineOf(Number(first['record_no'])),
      ...(check.column === ''
        ? {}
        : { column: senderColumn(job, check, Number(first['record_part'])) }),
    },
  });
}

/** So many rows are no rows of bad data but a mapping that does not fit; their texts would fill the store. */
const MOST_SET_ASIDE = 200_000;

export async function refuseFlood(
  engine: Engine,
  job: StagingJob,
  checks: readonly MaskCheck[],
): Promise<void> {
  const [worst] = await engine.rows(
    `select check_no, count(*)::integer as rows from set_aside
    group by check_no order by rows desc, check_no limit 1`,
  );
  const check = worst === undefined ? undefined : checks[Number(worst['check_no'])];
  if (worst === undefined || check === undefined || Number(worst['rows']) <= MOST_SET_ASIDE) return;
  throw new Problem({
    code: 'mapping_does_not_fit',
    rule: check.rule,
    what: `${countOf(Number(worst['rows']), 'row')} cannot be used. ${sentence(check)}`,
    fix: 'The mapping in district.yaml does not fit this file: correct it, or ask for the file as it was before.',
    where: {
      file: job.fileName,
      ...(check.column === '' ? {} : { column: senderColumn(job, check, 1) }),
    },
  });
}
