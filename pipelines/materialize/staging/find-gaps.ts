import { columnSql } from '../../../transforms/contract/compile.ts';
import type { Engine } from '../../runtime/duckdb.ts';
import type { StagingJob } from './job.ts';
import { keyOf } from './repeated-keys.ts';

/** What of a file `loaded` lacks. */
export interface Gaps {
  readonly missing: number;
  /** A filter for the records that are missing. */
  readonly which: string;
  readonly ascending: boolean;
}

/**
 * Makes the table `gaps` of the records that `loaded` lacks; each other one must stand there once and in the order of
 * the file. Tells as well whether each row's key comes after the key of the row before.
 */
export async function findGaps(engine: Engine, job: StagingJob): Promise<Gaps> {
  const { records, direct } = job.facts;
  const above = direct?.above ?? 0;
  const key = keyOf(job.contract, Object.keys(job.source.columns)).map(columnSql);
  const before = key.map((column, i) => `, lag(${column}) over () as before_${i}`).join('');
  const [counted] = await engine.rows(
    `select count(*)::integer as rows, coalesce(max(record_no), ${above})::integer as last,
        (count(*) filter (where record_no <= before))::integer as misplaced,
        coalesce(bool_and(before = ${above} or coalesce(${comesAfter(key)}, false)), true) as ascending
    from (select *, lag(record_no, 1, ${above}) over () as before${before} from loaded)`,
  );
  if (counted?.['misplaced'] !== 0) throw new Error('The rows of a file are not in its order.');
  const last = Number(counted['last']);
  const missing = records - Number(counted['rows']);
  // The last records of a file that the loader reads itself are known by their number alone.
  const end = direct === null ? last : above + records;
  // As many rows as records, in order and up to the last one, are all of them.
  const whole = missing === 0 && last === above + records;
  await engine.run(`create table gaps as ${whole ? NO_RECORD : gapsSql(above, last, end)}`);
  return {
    missing,
    which: `where record_no > ${last} or record_no in (select record_no from gaps)`,
    ascending: counted['ascending'] === true,
  };
}

const NO_RECORD = 'select 0::bigint as record_no where false';

function gapsSql(above: number, last: number, end: number): string {
  return `select unnest(range(before + 1, record_no)) as record_no
    from (select record_no, lag(record_no, 1, ${above}) over () as before from loaded)
    where record_no <> before + 1
    union all
    select unnest(range(${last + 1}, ${end + 1}))`;
}

/** Whether a row's key is above the one before, which is `before_0`, `before_1` and so on. */
function comesAfter(key: readonly string[]): string {
  return key.reduceRight(
    (later, column, i) => `(${column} > before_${i} or (${column} = before_${i} and ${later}))`,
    'false',
  );
}
