/*
row: one fact about the files of a source, beyond the counts of their rows
key: [topic, source_id, label, note]
partition: none
audience: analyst
description: >
  Files that have not come, what public data of schools would need, and what the district itself corrects in its files.
*/
with late_sources as (
    select * from staging.late_sources
),

organizations as (
    select * from staging.organizations
),

corrections as (
    select * from marts.corrections
)

select
    'late files' as topic,
    late_sources.source_id,
    late_sources.extract_title as label,
    coalesce(
        'the newest file of ' || late_sources.source_id || ' is of fiscal year ' || late_sources.latest_year || ', and so are its figures',
        'no file of ' || late_sources.source_id || ' has come: what is made of it is missing'
    ) as note,
    null::bigint as rows,
    null::decimal(18,2) as amount,
from late_sources

union all

select
    'federal numbers' as topic,
    organizations.source_id,
    'Schools without their federal number' as label,
    'public data of schools are joined by nces_school_id: ask for it in the site list' as note,
    count(distinct organizations.site_id)::bigint as rows,
    null::decimal(18,2) as amount,
from organizations
where organizations.site_type = 'school'
    and organizations.nces_school_id is null
group by organizations.source_id

union all

select
    'corrections' as topic,
    'all' as source_id,
    format('{}: {} of {}', corrections.correction_id, corrections.column_name, corrections.extract_title) as label,
    if(
        corrections.rows = 0,
        'changed nothing: it is no longer needed, or does not find what it looks for. ' || corrections.reason,
        corrections.reason
    ) as note,
    corrections.rows,
    null::decimal(18,2) as amount,
from corrections
