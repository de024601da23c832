import { namedColumns } from '../../../transforms/contract/staged-relation.ts';
import { type Engine, quote } from '../../runtime/duckdb.ts';
import { carries } from './carried-sql.ts';
import type { StagingJob } from './job.ts';
import { WORTH_A_TEST } from './plain-row.ts';
import { type Originals, recordNosOf } from './originals.ts';
import { type ReadPlan, readPlan } from './read-sql.ts';
import { findGaps } from './find-gaps.ts';
import { originalRecordsSql } from './records-sql.ts';
import { totalNames } from './total-columns.ts';

/** Pushed down, the filter for rows that are well would have every cell trimmed and read twice. */
export const WITHOUT_OPTIMIZERS = 'filter_pushdown';

/** Staged rows are read by this engine alone, and often: written for speed, not for size. */
export const PARQUET = 'format parquet, compression lz4_raw, dictionary_size_limit 5000';

/** Makes `mapped` of all rows of a file, written to `file`; `rule` may drop more of them than the file's own rules do. */
export async function mapAll(
  engine: Engine,
  plan: ReadPlan,
  file: string,
  rule = 'rule',
): Promise<void> {
  await engine.run(`copy (${plan.rows()}) to ${quote(file)} (${PARQUET})`);
  await engine.run(
    `create view mapped as select * replace (${rule} as rule) from read_parquet(${quote(file)}) as numbered`,
  );
}

/** Whether a row that is well can be told from others by itself, and nothing but its own columns is asked of it later. */
export function mayLoadDirectly(job: StagingJob): boolean {
  const lookedUp = namedColumns(job.contract).some(
    ({ column }) => column.checkedOnly === true && column.target !== undefined,
  );
  const large = job.facts.records >= WORTH_A_TEST;
  return (
    large &&
    !lookedUp &&
    job.corrections.length === 0 &&
    job.source.reshape === undefined &&
    !carries(job) &&
    totalNames(job).length === 0
  );
}

/** So few records are found again by their lines in less time than the loader takes to read them all. */
const FEW = 100_000;

/**
 * Makes `mapped` in two steps: the rows that are well go to a file in the form in which they are kept; the records that
 * are missing there, mostly none, are read a second time into `rest`, with all that is to be told of them. True when the
 * keys of the rows that are well ascend, so that none of them repeats another.
 */
export async function loadDirectly(
  engine: Engine,
  job: StagingJob,
  plan: ReadPlan,
  file: string,
  originals: Originals,
): Promise<boolean> {
  await engine.run(`copy (${plan.loaded}) to ${quote(file)} (${PARQUET})`);
  await engine.run(`create view loaded as select * from read_parquet(${quote(file)})`);
  const { missing, which, ascending } = await findGaps(engine, job);
  const { facts } = job;
  const few = facts.direct !== null && missing <= FEW;
  if (few) await originals.load(await recordNosOf(engine, 'gaps'));
  const again = few
    ? readPlan({ ...job, facts: { ...facts, direct: null } }, originalRecordsSql(job)).rows()
    : plan.rows(which);
  await engine.run(`create table rest as ${again}`);
  await engine.run(
    `create view mapped as
    select * from rest
    union all by name
    select * exclude (source_id, source_file_key), null::varchar as rule, 0::bigint as mask, null::smallint[] as findings
    from loaded`,
  );
  return ascending;
}
