/*
row: one fact about the rows of a source
key: [topic, source_id, label, note]
partition: none
audience: analyst
description: >
  Rows in the files = loaded + set aside + dropped by a named rule, and why rows were set aside: columns, rules, reasons and
  counts, never what a cell said.
*/
with read_totals as (
    select * from staging.read_totals
),

quarantined_rows as (
    select * from staging.quarantined_rows
)

select
    'rows' as topic,
    read_totals.source_id,
    case read_totals.outcome
        when 'in_file' then 'Rows in the files'
        when 'loaded' then 'Rows loaded'
        when 'quarantined' then 'Rows set aside'
        else 'Rows dropped by a rule'
    end as label,
    coalesce('rule ' || read_totals.rule_id, '') as note,
    sum(read_totals.records)::bigint as rows,
    sum(read_totals.amount)::decimal(18,2) as amount,
from read_totals
group by
    read_totals.source_id,
    read_totals.outcome,
    read_totals.rule_id

union all

select
    'quarantined' as topic,
    quarantined_rows.source_id,
    quarantined_rows.source_id || ', column ' || quarantined_rows.column_name as label,
    'Rule ' || quarantined_rows.rule_id || ': ' || quarantined_rows.reason as note,
    count(distinct (quarantined_rows.source_file_key, quarantined_rows.record_no))::bigint as rows,
    null::decimal(18,2) as amount,
from quarantined_rows
group by
    quarantined_rows.source_id,
    quarantined_rows.column_name,
    quarantined_rows.rule_id,
    quarantined_rows.reason
