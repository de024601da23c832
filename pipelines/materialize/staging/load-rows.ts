import { namedColumns } from '../../../transforms/contract/staged-relation.ts';
import { type Engine, quote } from '../../runtime/duckdb.ts';
import { carries } from './carried-sql.ts';
import type { StagingJob } from './job.ts';
import { WORTH_A_TEST } from './plain-row.ts';
import type { ReadPlan } from './read-sql.ts';
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

/**
 * Makes `mapped` in two steps: the rows that are well go to `file` in the form in which they are kept; the records that
 * are missing there, mostly none, are read a second time, with all that is to be told of them.
 */
export async function loadDirectly(
  engine: Engine,
  job: StagingJob,
  plan: ReadPlan,
  file: string,
): Promise<void> {
  await engine.run(`copy (${plan.loaded}) to ${quote(file)} (${PARQUET})`);
  await engine.run(`create view loaded as select * from read_parquet(${quote(file)})`);
  const last = await lastInOrder(engine, job);
  const missing =
    last === null
      ? 'where false'
      : `where record_no > ${last} or record_no in (select record_no from gaps)`;
  await engine.run(`create table rest as ${plan.rows(missing)}`);
  await engine.run(
    `create view mapped as
    select * from rest
    union all by name
    select * exclude (source_id, source_file_key), null::varchar as rule, 0::bigint as mask, null::smallint[] as findings
    from loaded`,
  );
}

/**
 * The number of the last record in `loaded`, with the numbers that it lacks before that in `gaps`; `null` when it has
 * every record of the file. Each must stand there once and in the order of the file.
 */
async function lastInOrder(engine: Engine, job: StagingJob): Promise<number | null> {
  const before = 'lag(record_no, 1, 0) over () as before';
  const [counted] = await engine.rows(
    `select count(*)::integer as rows, coalesce(max(record_no), 0)::integer as last,
        (count(*) filter (where record_no <= before))::integer as misplaced
    from (select record_no, ${before} from loaded)`,
  );
  if (counted?.['misplaced'] !== 0) throw new Error('The rows of a file are not in its order.');
  if (counted['rows'] === job.facts.records) return null;
  await engine.run(
    `create table gaps as
    select unnest(range(before + 1, record_no)) as record_no
    from (select record_no, ${before} from loaded) where record_no <> before + 1`,
  );
  return Number(counted['last']);
}
