/*
row: one kind of file that the district does not send, or whose newest file has not come
key: [extract]
partition: none
audience: analyst
description: >
  What a district could still send, and what it would see then. Nothing else waits for it: every table that does not
  need the file is made. What a file would unlock is told by the tables that read it.
*/
with extracts as (
    select * from staging.extracts
),

extract_answers as (
    select * from staging.extract_answers
),

late_sources as (
    select * from staging.late_sources
),

unlocked as (
    select
        extract_answers.extract,
        string_agg(extract_answers.answers, '; ' order by extract_answers.relation) as unlocks,
    from extract_answers
    group by extract_answers.extract
)

select
    extracts.extract,
    extracts.extract_title,
    extracts.tier,
    extracts.tier_name,
    extracts.position,
    case
        when late_sources.extract is not null then 'late'
        when len(extracts.sent_instead) > 0 then 'sent in another form'
        else 'not sent'
    end as extract_status,
    unlocked.unlocks,
from extracts
left join (select distinct late_sources.extract from late_sources) as late_sources
    on late_sources.extract = extracts.extract
left join unlocked
    on unlocked.extract = extracts.extract
where not extracts.sent or late_sources.extract is not null
