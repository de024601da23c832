import type { DropRule } from '../../../transforms/config/source.ts';
import { quote } from '../../runtime/duckdb.ts';
import { trimmedCell } from './cells-sql.ts';
import { fill, type StagingJob } from './job.ts';

/** The rule by which a record is dropped, NULL for one that is kept: the first that fits, filters before rules. */
export function recordRuleSql(job: StagingJob): string {
  const { keep, drop } = job.source;
  const filters = keep.map((filter) => {
    const texts = filter.in.map((text) => quote(fill(job, text)));
    return `${trimmedCell(job, filter.column)} in (${texts.join(', ')})`;
  });
  const kept = filters.length === 0 ? [] : [`when not (${filters.join(' and ')}) then 'keep'`];
  const dropped = drop.map((rule) => `when ${whenSql(job, rule)} then ${quote(rule.id)}`);
  return `case when oddity = 'empty' then 'blank_line' when oddity = 'header' then 'repeated_header' ${[...kept, ...dropped].join(' ')} end`;
}

function whenSql(job: StagingJob, rule: DropRule): string {
  const conditions = Object.entries(rule.when).map(([column, text]) => {
    const cell = trimmedCell(job, column);
    if (text.startsWith('~')) return `regexp_matches(${cell}, ${quote(text.slice(1))})`;
    return `${cell} = ${quote(text)}`;
  });
  return `(${conditions.join(' and ')})`;
}
