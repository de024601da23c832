import { emptySql } from '../../../transforms/contract/staged-relation.ts';
import { quote } from '../../runtime/duckdb.ts';
import type { StagingJob } from './job.ts';
import { origin } from './staged-sql.ts';

export const STORED_TOTALS_KEY = ['source_id', 'source_file_key', 'record_no', 'rule_id'];

/** The name under which totals that stand in a column of their own are listed. */
export const RECORD_TOTAL = 'record_total';

/** Each stored total that a rule dropped, or that has a column of its own, beside the sum of the rows that it is the total of. */
export function storedTotalsSql(job: StagingJob): string {
  const parts = job.source.drop.flatMap(({ id, total_of: total }, i) => {
    if (total === undefined) return [];
    const amount = `total_${i}`;
    const group = `group_${i}`;
    const dropped = `select record_no, ${group}, ${amount} from mapped where rule = ${quote(id)} and record_part = 1`;
    const items = `select record_no, ${group}, ${amount} from mapped where rule is null and record_part = 1`;
    const sums =
      'by' in total
        ? `select totals.record_no, sum(items.${amount})::decimal(18,2) as items_amount
            from totals inner join items on items.${group} = totals.${group} group by totals.record_no`
        : `select totals.record_no, sum(items.${amount})::decimal(18,2) as items_amount
            from items asof join totals on items.record_no < totals.record_no group by totals.record_no`;
    return [
      `select * from (with totals as (${dropped}), items as (${items}), sums as (${sums})
        select ${origin(job)}, record_no, ${quote(id)} as rule_id, array_to_string(${group}, ' / ') as group_label,
            ${amount} as amount, coalesce(items_amount, 0)::decimal(18,2) as items_amount
        from totals left join sums using (record_no))`,
    ];
  });
  if (job.source.reshape?.total !== undefined) parts.push(recordTotalsSql(job));
  return parts.length === 0 ? emptySql(STORED_TOTALS_COLUMNS) : parts.join('\nunion all\n');
}

/** A total that stands in the record of its cells. */
function recordTotalsSql(job: StagingJob): string {
  return `select ${origin(job)}, record_no, ${quote(RECORD_TOTAL)} as rule_id, '' as group_label,
        max(record_total)::decimal(18,2) as amount, coalesce(sum(part_amount), 0)::decimal(18,2) as items_amount
    from mapped where rule is null or rule = 'empty_cell'
    group by record_no`;
}

const STORED_TOTALS_COLUMNS = [
  { name: 'source_id', sqlType: 'VARCHAR' },
  { name: 'source_file_key', sqlType: 'VARCHAR' },
  { name: 'record_no', sqlType: 'BIGINT' },
  { name: 'rule_id', sqlType: 'VARCHAR' },
  { name: 'group_label', sqlType: 'VARCHAR' },
  { name: 'amount', sqlType: 'DECIMAL(18,2)' },
  { name: 'items_amount', sqlType: 'DECIMAL(18,2)' },
];
