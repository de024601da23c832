/*
row: one quality rule that is found while files are read, with what was read and what was set aside for it
key: [rule_id]
partition: none
audience: analyst
description: >
  A file that breaks such a rule is refused before this is asked, so files are counted as they passed; rows that break
  one are set aside and counted. A rule that also has findings stands here only when rows were set aside for it.
*/
with quality_rules as (
    select * from staging.quality_rules
),

quarantined_rows as (
    select * from staging.quarantined_rows
),

read_totals as (
    select * from staging.read_totals
),

quality_findings as (
    select * from marts.quality_findings
),

files_read as (
    select
        count(distinct (read_totals.source_id, read_totals.source_file_key)) as files,
        coalesce(sum(read_totals.records) filter (where read_totals.outcome = 'in_file'), 0) as records,
    from read_totals
),

set_aside as (
    select
        quarantined_rows.rule_id,
        count(distinct (quarantined_rows.source_id, quarantined_rows.source_file_key, quarantined_rows.record_no)) as records,
    from quarantined_rows
    group by quarantined_rows.rule_id
)

select
    quality_rules.rule_id,
    if(set_aside.records > 0, 'warned', null) as verdict,
    case
        when set_aside.records > 0 or quality_rules.enforced_by = 'staging' then files_read.records
        else files_read.files
    end::bigint as checked,
    coalesce(set_aside.records, 0)::bigint as failed,
    if(set_aside.records > 0, format('Rows set aside: {:,}.', set_aside.records), null) as what,
from quality_rules
cross join files_read
left join set_aside
    on set_aside.rule_id = quality_rules.rule_id
where set_aside.records > 0
    or (
        quality_rules.enforced_by in ('reading', 'staging', 'coding')
        and quality_rules.rule_id not in (select quality_findings.rule_id from quality_findings)
    )
