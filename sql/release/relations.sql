/*
row: one measure within one grade span in a school year
key: [school_year, measure, grade, school_level]
partition: none
audience: public
description: >
  How results move with need and with dollars among schools of one grade span, in a sentence. Never across spans,
  where level and cost move together, and never a statement of cause.
*/
with relations as (
    select * from marts.relations
)

select
    relations.school_year,
    relations.spending_year,
    relations.measure,
    relations.measure_name,
    relations.grade,
    relations.school_level,
    relations.schools,
    relations.correlation_with_need,
    relations.correlation_with_dollars,
    relations.enough_evidence,
    relations.sentence,
from relations
where relations.school_level <> 'all'
