import { join } from 'node:path';
import { amountTypeSql } from '../../../transforms/contract/contract.ts';
import { Problem } from '../../../transforms/problem.ts';
import { type Engine, quote } from '../../runtime/duckdb.ts';
import type { Made, MadeRelation } from '../make.ts';
import { writeRelation } from '../write-relation.ts';
import { CORRECTED_KEY, correctedRowsSql } from './corrected-sql.ts';
import { keepInOrder } from './keep-rows.ts';
import { QUARANTINED_KEY, quarantinedSql } from './quarantined-sql.ts';
import { enter, type ReadPart } from './read-part.ts';
import { READ_TOTALS_KEY, readTotalsSql } from './read-totals-sql.ts';
import { refuseTotals } from './refuse-totals.ts';
import { LINE_KEY, stagedSql } from './staged-sql.ts';
import { STORED_TOTALS_KEY, storedTotalsSql } from './stored-totals-sql.ts';

/** Writes what became of a file, and of the rows that were sent again for it: typed rows, rows set aside, and the counts of both. */
export async function writeRelations(
  engine: Engine,
  parts: readonly ReadPart[],
  directory: string,
): Promise<Made['relations']> {
  for (const part of parts) {
    await enter(engine, part);
    await engine.run(`create table stored_totals as ${storedTotalsSql(part.job)}`);
    await refuseTotals(engine, part.job, part.read.originals);
    await part.read.originals.loadSetAside();
  }
  const relation = async (
    name: string,
    sqlOf: (part: ReadPart) => string,
    key: readonly string[],
  ): Promise<MadeRelation> => {
    const file = `${name}.parquet`;
    const sql = await together(engine, name, parts, sqlOf);
    return { file, key, rows: await writeRelation(engine, sql, key, join(directory, file)) };
  };
  const [main, ...again] = parts;
  if (main === undefined) throw new Error('Nothing was read.');
  const staged = `staging.${main.job.contract.name}`;
  const kept =
    again.length === 0
      ? await keepInOrder(engine, main.job, main.read, join(directory, `${staged}.parquet`))
      : null;
  const made = {
    [staged]: kept ?? (await relation(staged, ({ job }) => stagedSql(job, true), LINE_KEY)),
    'staging.quarantined_rows': await relation(
      'staging.quarantined_rows',
      ({ job, read }) => quarantinedSql(job, read.checks),
      QUARANTINED_KEY,
    ),
    'staging.corrected_rows': await relation(
      'staging.corrected_rows',
      ({ job }) => correctedRowsSql(job),
      CORRECTED_KEY,
    ),
    'staging.read_totals': await relation(
      'staging.read_totals',
      ({ job }) => readTotalsSql(job),
      READ_TOTALS_KEY,
    ),
    'staging.stored_totals': await relation(
      'staging.stored_totals',
      () => 'select * from stored_totals',
      STORED_TOTALS_KEY,
    ),
  };
  await refuseUnbalanced(engine, parts, directory, staged);
  return made;
}

/** The select of one relation over all parts; where there are several, each part's rows are made in its own schema first. */
async function together(
  engine: Engine,
  name: string,
  parts: readonly ReadPart[],
  sqlOf: (part: ReadPart) => string,
): Promise<string> {
  const [only, ...more] = parts;
  if (only !== undefined && more.length === 0) return sqlOf(only);
  for (const part of parts) {
    await enter(engine, part);
    await engine.run(`create table ${part.schema}."made ${name}" as ${sqlOf(part)}`);
  }
  return parts.map(({ schema }) => `from ${schema}."made ${name}"`).join(' union all by name ');
}

/**
 * Promise 1, on the files as written: what was read is what was loaded, set aside, sent again or dropped, in rows and dollars, and
 * every reason for setting a row aside stands beside the row's own text.
 */
async function refuseUnbalanced(
  engine: Engine,
  parts: readonly ReadPart[],
  directory: string,
  staged: string,
): Promise<void> {
  const jobs = parts.map(({ job }) => job);
  const [job] = jobs;
  if (job === undefined) return;
  const records = jobs.reduce((sum, { facts }) => sum + facts.records, 0);
  const amount =
    amountTypeSql(job.contract) !== null ? 'coalesce(sum(amount), 0)' : 'coalesce(sum(0), 0)';
  const at = (relation: string): string =>
    `read_parquet(${quote(join(directory, `${relation}.parquet`))})`;
  const [balance] = await engine.rows(
    `select
        coalesce(sum(records) filter (where outcome = 'in_file'), 0) = ${records}
        and coalesce(sum(records) filter (where outcome <> 'in_file'), 0) = ${records}
        and coalesce(sum(rows) filter (where outcome = 'loaded'), 0) = (select count(*) from ${at(staged)})
        and coalesce(sum(amount) filter (where outcome = 'loaded'), 0) = (select ${amount} from ${at(staged)})
        and (select count(*) from ${at('staging.quarantined_rows')}) = (select sum(rows) from (${asideSql(parts)}))
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

/** How many reasons there are for rows that were set aside and not sent again. */
function asideSql(parts: readonly ReadPart[]): string {
  return parts
    .map(
      ({ schema }) =>
        `select count(*) as rows from ${schema}.set_aside where record_no not in (select record_no from ${schema}.replaced)`,
    )
    .join(' union all ');
}
