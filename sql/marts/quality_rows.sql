/*
row: one fact about the rows of a source
key: [topic, source_id, label, note]
partition: none
audience: analyst
description: >
  Rows in the files = loaded + set aside + set aside and sent again + dropped by a named rule, and why rows were set
  aside: columns, rules, reasons and counts, never what a cell said. And the totals that stand in the files, compared
  with the rows that they are of.
*/
with read_totals as (
    select * from staging.read_totals
),

quarantined_rows as (
    select * from staging.quarantined_rows
),

-- Only totals that equal their rows, but for rounding, are ever here: another one stops the refresh.
stored_totals as (
    select * from staging.stored_totals
)

select
    'rows' as topic,
    read_totals.source_id,
    case read_totals.outcome
        when 'in_file' then 'Rows in the files'
        when 'loaded' then 'Rows loaded'
        when 'quarantined' then 'Rows set aside'
        when 'replaced' then 'Rows set aside and sent again corrected'
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

union all

select
    'stored totals' as topic,
    stored_totals.source_id,
    'Totals in the files that equal the sum of what they are of' as label,
    concat_ws(
        '; ',
        if(stored_totals.rule_id = 'record_total', 'a column of totals', 'rule ' || stored_totals.rule_id),
        if(
            sum(stored_totals.items_amount) <> sum(stored_totals.amount),
            exact_dollars_text(sum(stored_totals.items_amount) - sum(stored_totals.amount)) || ' of rounding in all',
            null
        )
    ) as note,
    count(*)::bigint as rows,
    sum(stored_totals.amount)::decimal(18,2) as amount,
from stored_totals
group by
    stored_totals.source_id,
    stored_totals.rule_id
