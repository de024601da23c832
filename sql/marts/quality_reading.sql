/*
row: one quality rule that is found while files are read, with what was read and what was set aside for it
key: [rule_id]
partition: none
audience: analyst
description: >
  A file that breaks such a rule is refused before this is asked, so files are counted as they passed; rows that break
  one are set aside, or left out, and counted. A rule that also has findings stands here only when there are such rows.
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

odd_rows as (
    select
        quarantined_rows.rule_id,
        quarantined_rows.source_id,
        quarantined_rows.source_file_key,
        quarantined_rows.record_no,
        1 as records,
    from quarantined_rows
    group by all
    union all
    -- What a report prints around its rows: left out without a rule of the district.
    select 'F08', read_totals.source_id, read_totals.source_file_key, null, read_totals.records
    from read_totals
    where read_totals.rule_id in ('repeated_header', 'page_line')
),

odd_counts as (
    select odd_rows.rule_id, sum(odd_rows.records)::bigint as records
    from odd_rows
    group by odd_rows.rule_id
)

select
    quality_rules.rule_id,
    if(odd_counts.records > 0, 'warned', null) as verdict,
    case
        when odd_counts.records > 0 or quality_rules.enforced_by = 'staging' then files_read.records
        else files_read.files
    end::bigint as checked,
    coalesce(odd_counts.records, 0)::bigint as failed,
    case
        when odd_counts.records > 0 and quality_rules.rule_id = 'F08' then 'rows set aside or left out'
        when odd_counts.records > 0 then 'rows set aside'
        else quality_rules.things
    end as things,
from quality_rules
cross join files_read
left join odd_counts
    on odd_counts.rule_id = quality_rules.rule_id
where odd_counts.records > 0
    or (
        quality_rules.enforced_by in ('reading', 'staging', 'coding')
        and quality_rules.rule_id not in (select quality_findings.rule_id from quality_findings)
    )
