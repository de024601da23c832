import { amountTypeSql } from '../../../transforms/contract/contract.ts';
import { quote } from '../../runtime/duckdb.ts';
import type { StagingJob } from './job.ts';
import { origin } from './staged-sql.ts';

export const READ_TOTALS_KEY = [
  'extract',
  'source_id',
  'source_file_key',
  'outcome',
  'rule_id',
  'amount_type',
  'fiscal_year',
  'fund_code',
];

/**
 * Records, rows and dollars of the file, and what became of them, by what the tie-out compares; and the limit of
 * spreadsheets at which the file ends, where it does.
 */
export function readTotalsSql(job: StagingJob): string {
  const amountType = amountTypeSql(job.contract);
  const dollars = amountType !== null;
  // A stored total often names no year of its own: it belongs to the year of its file.
  const fileYear = job.fileYear === null ? 'null' : String(job.fileYear);
  const year =
    'fiscal_year' in job.contract.columns
      ? `coalesce(fiscal_year, ${fileYear}::integer)`
      : 'null::integer';
  const groups = `${amountType ?? 'null::varchar'} as amount_type, ${year} as fiscal_year,
        ${dollars ? 'fund_code' : 'null::varchar'} as fund_code, ${dollars ? 'amount' : 'null::decimal(18,2)'} as amount`;
  const totals = (relation: string, outcome: string, rule: string, leads: string): string =>
    `select ${quote(job.contract.name)} as extract, ${origin(job)}, ${outcome} as outcome, ${rule} as rule_id,
        amount_type, fiscal_year, fund_code, count(*) filter (where ${leads})::bigint as records,
        count(*)::bigint as rows, sum(amount)::decimal(18,2) as amount, ${job.facts.rowLimit ?? 'null'}::integer as row_limit
    from ${relation} group by all`;
  return `with read as (
        select record_no, record_part, ${groups} from mapped
    ),
    aside as (
        select distinct record_no, record_part, record_no in (select record_no from replaced) as again from set_aside
    ),
    outcomes as (
        select mapped.record_no, mapped.record_part, rule as rule_id, ${groups},
            case when rule is not null then 'dropped' when aside.record_no is null then 'loaded'
                when aside.again then 'replaced' else 'quarantined' end as outcome
        from mapped left join aside
            on aside.record_no = mapped.record_no and aside.record_part = mapped.record_part
    ),
    counted as (
        select *, ${leadsSql(job)} as leads from outcomes
    )
    ${totals('read', `'in_file'`, 'null::varchar', 'record_part = 1')}
    union all
    ${totals('counted', 'outcome', 'rule_id', 'leads')}`;
}

/** Of a record's rows, the one by which the record is counted: set aside before loaded before dropped. */
function leadsSql(job: StagingJob): string {
  if (job.source.reshape === undefined) return 'true';
  const order = `case outcome when 'quarantined' then 1 when 'replaced' then 1 when 'loaded' then 2 else 3 end`;
  return `row_number() over (partition by record_no order by ${order}, record_part) = 1`;
}
