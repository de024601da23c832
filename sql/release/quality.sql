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

quality_dollars as (
    select * from marts.quality_dollars
),

facts as (
    select
        quality_rows.topic,
        null::integer as fiscal_year,
        quality_rows.source_id,
        quality_rows.label,
        quality_rows.rows,
        quality_rows.amount,
        quality_rows.note,
    from quality_rows
    union all
    select
        quality_dollars.topic,
        quality_dollars.fiscal_year,
        quality_dollars.source_id,
        quality_dollars.label,
        quality_dollars.rows,
        quality_dollars.amount,
        quality_dollars.note,
    from quality_dollars
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
