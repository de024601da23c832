/*
row: the people with assignments in a fiscal year
description: >
  The sum over all assignments of a person; nothing is cut off. Counted, never named.
*/
with assignments as (
    select * from core.assignments
),

limits as (
    select * from staging.quality_thresholds
),

people as (
    select assignments.fiscal_year, assignments.staff_key, sum(assignments.fte) as fte
    from assignments
    group by assignments.fiscal_year, assignments.staff_key
),

years as (
    select
        people.fiscal_year,
        count(*) as people,
        count(*) filter (where people.fte > limits.s01.warn_jobs) as busy_people,
        count(*) filter (where people.fte > limits.s01.block_jobs) as impossible_people,
    from people
    cross join limits
    group by people.fiscal_year
)

select
    years.fiscal_year,
    'people' as subject,
    quality_verdict(years.impossible_people > 0, years.busy_people > 0) as verdict,
    years.people as checked,
    years.busy_people as failed,
    format('People with more than one full-time job: {:,}; far more: {:,}.', years.busy_people, years.impossible_people) as what,
from years
