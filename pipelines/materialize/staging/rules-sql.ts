import type { DropRule } from '../../../transforms/config/source.ts';
import { quote } from '../../runtime/duckdb.ts';
import { trimmedCell } from './cells-sql.ts';
import { fill, type StagingJob } from './job.ts';
import { IS_PAGE_LINE } from './lone-text.ts';

/**
 * The rule by which a record is dropped, NULL for one that is kept: the first that fits, filters before rules. What a
 * district says of page lines goes before what is built in.
 */
export function recordRuleSql(job: StagingJob): string {
  const { keep, drop } = job.source;
  const filters = keep.map((filter) => {
    const texts = filter.in.map((text) => quote(fill(job, text)));
    return `${trimmedCell(job, filter.column)} in (${texts.join(', ')})`;
  });
  const kept = filters.length === 0 ? [] : [`when not (${filters.join(' and ')}) then 'keep'`];
  const dropped = drop.map((rule) => `when ${whenSql(job, rule)} then ${quote(rule.id)}`);
  return `case when oddity = 'empty' then 'blank_line' when oddity = 'header' then 'repeated_header' ${[...kept, ...dropped].join(' ')} when ${IS_PAGE_LINE} then 'page_line' end`;
}

function whenSql(job: StagingJob, rule: DropRule): string {
  const tests = Object.entries(rule.when).map(([column, test]) =>
    testSql(trimmedCell(job, column), test),
  );
  return `(${tests.join(' and ')})`;
}

/** Whether a cell, `''` when empty, is what a test of the configuration says. */
export function testSql(cell: string, test: string): string {
  return test.startsWith('~')
    ? `regexp_matches(${cell}, ${quote(test.slice(1))})`
    : `${cell} = ${quote(test)}`;
}
