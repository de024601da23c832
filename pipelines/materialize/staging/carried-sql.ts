import { columnSql } from '../../../transforms/contract/compile.ts';
import type { StagingJob } from './job.ts';
import { carrySql } from './number-sql.ts';

/** Whether the source has amounts whose cents are carried from row to row. */
export function carries(job: Pick<StagingJob, 'source'>): boolean {
  return Object.values(job.source.columns).some(({ round }) => round === 'carry');
}

/** Amounts of more than two decimals, rounded so that those of the kept rows still add up; `texts` is where they stand. */
export function carriedSql(job: StagingJob, texts: string): readonly string[] {
  if (!carries(job)) return [];
  const columns = Object.entries(job.source.columns)
    .filter(([, { round }]) => round === 'carry')
    .map(([name]) => columnSql(name))
    .map((name) => `${carrySql(name, 'record_no, record_part', 'rule is null')} as ${name}`);
  return [`carried as (select * replace (${columns.join(', ')}) from ${texts})`];
}
