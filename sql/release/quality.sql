/*
row: one fact about rows or dollars that an analyst should know
key: [topic, position]
partition: none
audience: public
description: >
  The facts of the quality page and of the summary after a refresh, ordered within each topic by year, source and
  size. Of files with a row per person it holds counts only.
*/
with quality_rows as (
    select * from marts.quality_rows
),

quality_files as (
    select * from marts.quality_files
),

quality_dollars as (
    select * from marts.quality_dollars
),

quality_spending as (
    select * from marts.quality_spending
),

quality_years as (
    select * from marts.quality_years
),

quality_hidden as (
    select * from marts.quality_hidden
),

facts as (
    select *, null::integer as fiscal_year from quality_rows
    union all by name
    select *, null::integer as fiscal_year from quality_files
    union all by name
    select * from quality_dollars
    union all by name
    select * from quality_spending
    union all by name
    select * from quality_years
    union all by name
    select *, null::integer as fiscal_year from quality_hidden
)

select
    facts.topic,
    row_number() over (
        partition by facts.topic
        order by facts.fiscal_year desc, facts.source_id, abs(facts.amount) desc nulls last, facts.label, facts.note
    )::integer as position,
    facts.fiscal_year,
    facts.source_id,
    facts.label,
    facts.rows,
    facts.amount,
    facts.note,
from facts
