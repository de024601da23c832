import { join } from 'node:path';
import { fillNames } from '../../transforms/config/fill-names.ts';
import { fillTokens } from '../../transforms/config/year-tokens.ts';
import { parameterYear } from '../../transforms/config/parameters.ts';
import { amountTypeSql } from '../../transforms/contract/contract.ts';
import { extractNamed } from '../../transforms/extracts/index.ts';
import { Problem } from '../../transforms/problem.ts';
import type { SentFile } from '../runtime/formats/sent-file.ts';
import { type Engine, quote } from '../runtime/duckdb.ts';
import { prescan } from '../runtime/prescan.ts';
import { correctionsOf } from './corrections.ts';
import type { Made, MadeRelation, MakeRequest } from './make.ts';
import { CORRECTED_KEY, correctedRowsSql } from './staging/corrected-sql.ts';
import type { StagingJob } from './staging/job.ts';
import { numbersMayFollow } from './staging/records-sql.ts';
import { keepInOrder } from './staging/keep-rows.ts';
import { loadLookups } from './staging/lookups.ts';
import { WITHOUT_OPTIMIZERS } from './staging/load-rows.ts';
import { QUARANTINED_KEY, quarantinedSql } from './staging/quarantined-sql.ts';
import { READ_TOTALS_KEY, readTotalsSql } from './staging/read-totals-sql.ts';
import { fileChanged, refuseLedgerRows, refuseOtherYears } from './staging/refuse.ts';
import { refuseTotals } from './staging/refuse-totals.ts';
import { findColumns } from './staging/sender-columns.ts';
import {
  privateFiles,
  type ReadFile,
  readIntoEngine,
  removePrivateFiles,
} from './staging/stage-file.ts';
import { LINE_KEY, stagedSql } from './staging/staged-sql.ts';
import { STORED_TOTALS_KEY, storedTotalsSql } from './staging/stored-totals-sql.ts';
import { stagedSource } from './staged-source.ts';
import { withEngine } from './with-engine.ts';
import { writeRelation } from './write-relation.ts';

/**
 * Makes one file of an extract: the typed rows, the rows set aside, and what became of every record and dollar.
 * Rows read, counted from the bytes, equal loaded + set aside + dropped, or it is a Problem.
 */
export async function makeStaging(request: MakeRequest): Promise<Made> {
  try {
    return await stage(request);
  } finally {
    await removePrivateFiles(request.directory);
  }
}

async function stage(request: MakeRequest): Promise<Made> {
  const { context, directory, inputs } = request;
  const { file: sourceFile, source: declared } = stagedSource(request.step, context);
  const tokenYear = sourceFile.year ?? parameterYear(context.parameters);
  const source = fillNames(declared, (name) => fillTokens(name, tokenYear, context.parameters));
  const file: SentFile = { path: sourceFile.path, name: sourceFile.name, format: source.format };
  const { copy } = privateFiles(directory);
  const facts = await prescan(file, copy, context.signal, numbersMayFollow(source));
  if (facts.sha256 !== sourceFile.sha256) throw fileChanged(sourceFile.name);
  const job: StagingJob = {
    contract: extractNamed(sourceFile.extract),
    source,
    fileName: sourceFile.name,
    fileKey: sourceFile.fileKey,
    fileYear: sourceFile.year,
    tokenYear,
    parameters: context.parameters,
    missing: source.missing ?? context.district.missing,
    facts,
    positions: findColumns(source, facts, sourceFile.name),
    corrections: await correctionsOf(sourceFile.extract, context),
  };
  // An extract that the district does not send cannot be referred to.
  const given = inputs
    .filter((input) => input.files.length > 0)
    .map(({ relation }) => relation.replace('staging.', ''));
  const make = async (engine: Engine): Promise<Made> => {
    await loadLookups(engine, source, context);
    const { secret, signal } = context;
    const read = await readIntoEngine(engine, {
      job,
      file,
      directory,
      secret,
      given,
      signal,
      direct: true,
    });
    await refuseLedgerRows(engine, job, read.checks, read.lineOf);
    await refuseOtherYears(engine, job, context.fiscalYears, read.lineOf);
    return { relations: await write(engine, job, read, directory), messages: facts.remarks };
  };
  return withEngine(request, make, {
    alsoReads: facts.direct === null ? [] : [file.path],
    withoutOptimizers: WITHOUT_OPTIMIZERS,
  });
}

async function write(
  engine: Engine,
  job: StagingJob,
  read: ReadFile,
  directory: string,
): Promise<Made['relations']> {
  const relation = async (
    name: string,
    sql: string,
    key: readonly string[],
  ): Promise<MadeRelation> => {
    const file = `${name}.parquet`;
    return { file, key, rows: await writeRelation(engine, sql, key, join(directory, file)) };
  };
  await engine.run(`create table stored_totals as ${storedTotalsSql(job)}`);
  await refuseTotals(engine, job, read.lineOf);
  await read.loadOriginals();
  const staged = `staging.${job.contract.name}`;
  const made = {
    [staged]:
      (await keepInOrder(engine, job, read, join(directory, `${staged}.parquet`))) ??
      (await relation(staged, stagedSql(job, true), LINE_KEY)),
    'staging.quarantined_rows': await relation(
      'staging.quarantined_rows',
      quarantinedSql(job, read.checks),
      QUARANTINED_KEY,
    ),
    'staging.corrected_rows': await relation(
      'staging.corrected_rows',
      correctedRowsSql(job),
      CORRECTED_KEY,
    ),
    'staging.read_totals': await relation(
      'staging.read_totals',
      readTotalsSql(job),
      READ_TOTALS_KEY,
    ),
    'staging.stored_totals': await relation(
      'staging.stored_totals',
      'select * from stored_totals',
      STORED_TOTALS_KEY,
    ),
  };
  await refuseUnbalanced(engine, job, directory, staged);
  return made;
}

/**
 * Promise 1, on the files as written: what was read is what was loaded, set aside or dropped, in rows and dollars, and
 * every reason for setting a row aside stands beside the row's own text.
 */
async function refuseUnbalanced(
  engine: Engine,
  job: StagingJob,
  directory: string,
  staged: string,
): Promise<void> {
  const amount =
    amountTypeSql(job.contract) !== null ? 'coalesce(sum(amount), 0)' : 'coalesce(sum(0), 0)';
  const at = (relation: string): string =>
    `read_parquet(${quote(join(directory, `${relation}.parquet`))})`;
  const [balance] = await engine.rows(
    `select
        coalesce(sum(records) filter (where outcome = 'in_file'), 0) = ${job.facts.records}
        and coalesce(sum(records) filter (where outcome <> 'in_file'), 0) = ${job.facts.records}
        and coalesce(sum(rows) filter (where outcome = 'loaded'), 0) = (select count(*) from ${at(staged)})
        and coalesce(sum(amount) filter (where outcome = 'loaded'), 0) = (select ${amount} from ${at(staged)})
        and (select count(*) from ${at('staging.quarantined_rows')}) = (select count(*) from set_aside)
        and coalesce(sum(case when outcome = 'in_file' then amount else -amount end), 0) = 0 as balanced
    from ${at('staging.read_totals')}`,
  );
  if (balance?.['balanced'] === true) return;
  throw new Problem({
    code: 'rows_do_not_balance',
    what: 'What was read from the file is not what was loaded, set aside or dropped.',
    fix: 'This is a fault of the program: report it with the form of the file.',
    where: { file: job.fileName },
  });
}
