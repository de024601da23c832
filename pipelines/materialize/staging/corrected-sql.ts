import { columnSql } from '../../../transforms/contract/compile.ts';
import type { Correction } from '../../../transforms/reference-tables/read-corrections.ts';
import { quote, quoteName } from '../../runtime/duckdb.ts';
import type { StagingJob } from './job.ts';
import type { MappedColumn } from './mapping-sql.ts';
import { sentName } from './row-checks.ts';
import { origin } from './staged-sql.ts';

export const CORRECTED_KEY = [
  'extract',
  'source_id',
  'source_file_key',
  'record_no',
  'record_part',
  'column_name',
];

/**
 * Puts the district's corrections in place when the cells are mapped and before they are checked, so that a row is not
 * set aside for what the district has put right. Each sees the row as it was sent; of two for one cell the first counts.
 */
export function correctedSql(
  job: StagingJob,
  mapped: ReadonlyMap<string, MappedColumn>,
): readonly string[] {
  if (job.corrections.length === 0) return [];
  const columns = [...new Set(job.corrections.map(({ column }) => column))];
  const numbers = columns.map((column) => {
    const cases = job.corrections.flatMap((correction, i) =>
      correction.column === column ? [`when ${fitsSql(job, correction)} then ${i}`] : [],
    );
    return `case ${cases.join(' ')} end as ${numberName(column)}`;
  });
  const replaced = columns.flatMap((column) => {
    const cases = job.corrections.flatMap(({ to }, i) =>
      job.corrections[i]?.column === column
        ? [`when ${i} then ${to === null ? 'null' : quote(to)}`]
        : [],
    );
    // What the sender's own cell was like no longer matters.
    const sent = (mapped.get(column)?.sent ?? []).map((_, i) => {
      const flag = sentName(column, i);
      return `(${numberName(column)} is not null or ${flag}) as ${flag}`;
    });
    const name = columnSql(column);
    return [
      `case when ${numberName(column)} is null then ${name} else case ${numberName(column)} ${cases.join(' ')} end end as ${name}`,
      ...sent,
    ];
  });
  const all = columns.map(numberName).join(', ');
  return [
    `numbered as (select *, ${numbers.join(', ')} from texts)`,
    `listed as (select *, list_filter([${all}]::integer[], lambda number: number is not null) as corrections from numbered)`,
    `corrected as (select * replace (${replaced.join(', ')}, plain and len(corrections) = 0 as plain) from listed)`,
  ];
}

function numberName(column: string): string {
  return quoteName(`correction of ${column}`);
}

/** A record whose cells are not those of the header is told as that, and never corrected. */
function fitsSql({ contract }: StagingJob, { match, column, from, ...years }: Correction): string {
  const cells = [...match, { column, value: from }].map(({ column: name, value }) =>
    value === null ? `${columnSql(name)} is null` : `${columnSql(name)} = ${quote(value)}`,
  );
  const year = `try_cast(${columnSql(contract.year ?? '')} as integer)`;
  const first = years.firstYear === null ? [] : [`${year} >= ${years.firstYear}`];
  const last = years.lastYear === null ? [] : [`${year} <= ${years.lastYear}`];
  return [`coalesce(oddity, '') = ''`, ...cells, ...first, ...last].join(' and ');
}

/** One row for every cell that a correction has changed, of rows that no rule drops. */
export function correctedRowsSql(job: StagingJob): string {
  const ids = job.corrections.map(({ id, column }, i) => `(${i}, ${quote(id)}, ${quote(column)})`);
  const none = `(null::integer, null::varchar, null::varchar)`;
  const rows =
    job.corrections.length === 0
      ? 'select null::bigint as record_no, null::smallint as record_part, null::integer as number where false'
      : 'select record_no, record_part, unnest(corrections) as number from mapped where rule is null';
  return `select ${quote(job.contract.name)} as extract, ${origin(job)}, record_no, record_part, column_name, correction_id
    from (${rows}) as changed
    inner join (values ${ids.length === 0 ? none : ids.join(', ')}) as said(number, correction_id, column_name) using (number)`;
}
