/*
row: one correction of the district's own table
key: [correction_id]
partition: none
audience: analyst
description: >
  What the district corrects in its files month after month, who answers for it, and how many rows it has changed. A
  correction that changed none is no longer needed, or does not find what it looks for. What it looks for and what it
  puts there stands in coding/corrections.csv alone, since it may be of a person.
*/
with corrections as (
    select * from staging.corrections
),

extracts as (
    select * from staging.extracts
),

corrected_rows as (
    select * from staging.corrected_rows
),

changed as (
    select
        corrected_rows.correction_id,
        count(distinct (corrected_rows.source_id, corrected_rows.source_file_key))::bigint as files,
        count(*)::bigint as rows,
    from corrected_rows
    group by corrected_rows.correction_id
)

select
    corrections.correction_id,
    corrections.owner,
    corrections.reason,
    corrections.extract,
    extracts.extract_title,
    corrections.column_name,
    coalesce(changed.files, 0)::bigint as files,
    coalesce(changed.rows, 0)::bigint as rows,
from corrections
left join extracts
    on extracts.extract = corrections.extract
left join changed
    on changed.correction_id = corrections.correction_id
