import { columnSql } from '../../../transforms/contract/compile.ts';
import {
  emptySql,
  isLedger,
  LINE_COLUMNS,
  stagedName,
} from '../../../transforms/contract/contract.ts';
import { quote } from '../../runtime/duckdb.ts';
import type { StagingJob } from './job.ts';
import type { MaskCheck } from './read-sql.ts';

export const LINE_KEY = LINE_COLUMNS.map(({ name }) => name);

const LOADED = `rule is null and mask = 0 and not exists (
        select 1 from set_aside
        where set_aside.record_no = mapped.record_no and set_aside.record_part = mapped.record_part
    )`;

function origin(job: StagingJob): string {
  return `${quote(job.source.id)} as source_id, ${quote(job.fileKey)} as source_file_key`;
}

/** The rows that are as they must be. */
export function stagedSql(job: StagingJob, line: boolean): string {
  const columns = Object.entries(job.contract.columns).map(([name, column]) =>
    columnSql(stagedName(name, column)),
  );
  const own = line ? `, ${origin(job)}, record_no, record_part` : '';
  return `select ${columns.join(', ')}${own} from mapped where ${LOADED}`;
}

export const QUARANTINED_KEY = ['extract', ...LINE_KEY, 'column_name', 'reason'];

/** One row for every failing check of every row set aside. `originals` has record_no and original. */
export function quarantinedSql(job: StagingJob, checks: readonly MaskCheck[]): string {
  const said = checks.map(
    (check, i) => `(${i}, ${quote(senderColumn(job, check))}, ${quote(sentence(check))})`,
  );
  return `select ${quote(job.contract.name)} as extract, ${origin(job)},
        set_aside.record_no, record_part, column_name, reason, original
    from set_aside
    inner join (values ${said.join(', ')}) as said(check_no, column_name, reason) using (check_no)
    inner join originals on originals.record_no = set_aside.record_no`;
}

/** What is wrong, as a sentence about a cell or a record. */
export function sentence({ reason, whole }: MaskCheck): string {
  return whole ? `${reason}.` : `The cell ${reason}.`;
}

/** The column as the sender calls it, where there is one. */
export function senderColumn(job: StagingJob, { column }: Pick<MaskCheck, 'column'>): string {
  const mapping = job.source.columns[column];
  if (mapping?.from !== undefined) return mapping.from;
  return mapping?.debit === undefined ? column : `${mapping.debit} and ${mapping.credit ?? ''}`;
}

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

/** Records, rows and dollars of the file, and what became of them, by what the tie-out compares. */
export function readTotalsSql(job: StagingJob): string {
  const ledger = isLedger(job.contract);
  // A stored total often names no year of its own: it belongs to the year of its file.
  const fileYear = job.fileYear === null ? 'null' : String(job.fileYear);
  const year =
    'fiscal_year' in job.contract.columns
      ? `coalesce(fiscal_year, ${fileYear}::integer)`
      : 'null::integer';
  const groups = `${ledger ? 'amount_type' : 'null::varchar'} as amount_type, ${year} as fiscal_year,
        ${ledger ? 'fund_code' : 'null::varchar'} as fund_code, ${ledger ? 'amount' : 'null::decimal(18,2)'} as amount`;
  const totals = (relation: string, outcome: string, rule: string, leads: string): string =>
    `select ${quote(job.contract.name)} as extract, ${origin(job)}, ${outcome} as outcome, ${rule} as rule_id,
        amount_type, fiscal_year, fund_code, count(*) filter (where ${leads})::bigint as records,
        count(*)::bigint as rows, sum(amount)::decimal(18,2) as amount
    from ${relation} group by all`;
  return `with read as (
        select record_no, record_part, ${groups} from mapped
    ),
    aside as (
        select distinct record_no, record_part from set_aside
    ),
    outcomes as (
        select mapped.record_no, mapped.record_part, rule as rule_id, ${groups},
            case when rule is not null then 'dropped' when aside.record_no is not null then 'quarantined' else 'loaded' end as outcome
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
  const order = `case outcome when 'quarantined' then 1 when 'loaded' then 2 else 3 end`;
  return `row_number() over (partition by record_no order by ${order}, record_part) = 1`;
}

export const STORED_TOTALS_KEY = ['source_id', 'source_file_key', 'record_no', 'rule_id'];

/** Each stored total that a rule dropped, beside the sum of the rows that it is the total of. */
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
  return parts.length === 0 ? emptySql(STORED_TOTALS_COLUMNS) : parts.join('\nunion all\n');
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
