import { link } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Engine, quote } from '../../runtime/duckdb.ts';
import type { MadeRelation } from '../make.ts';
import type { StagingJob } from './job.ts';
import { PARQUET } from './load-rows.ts';
import type { ReadFile } from './stage-file.ts';
import { LINE_KEY, stagedSql } from './staged-sql.ts';

/**
 * Writes the rows that are well in the order in which they were read, which is that of their key: sorting them again
 * would cost as much as reading them. `null` where they turn out to stand in another order.
 */
export async function keepInOrder(
  engine: Engine,
  job: StagingJob,
  { loaded }: ReadFile,
  target: string,
): Promise<MadeRelation | null> {
  // `mapped` is `loaded` and `rest`, which share no record: what is set aside and not in `rest` was written already.
  const [late] =
    loaded === null
      ? []
      : await engine.rows(
          `select count(*)::integer as rows, (select count(*) from loaded)::integer as kept
          from set_aside anti join rest using (record_no, record_part)`,
        );
  if (loaded !== null && late?.['rows'] === 0) {
    await link(loaded, target);
    return { file: basename(target), key: LINE_KEY, rows: Number(late['kept']) };
  }
  const kept =
    loaded === null
      ? stagedSql(job, true)
      : 'select * from loaded anti join set_aside using (record_no, record_part)';
  await engine.run(`copy (${kept}) to ${quote(target)} (${PARQUET})`);
  const [counted] = await engine.rows(
    `select count(*)::integer as rows, (count(*) filter (where place <= before))::integer as misplaced
    from (
        select place, lag(place) over () as before
        from (select record_no * 100000 + record_part as place from read_parquet(${quote(target)}))
    )`,
  );
  if (counted?.['misplaced'] !== 0) return null;
  return { file: basename(target), key: LINE_KEY, rows: Number(counted['rows']) };
}
