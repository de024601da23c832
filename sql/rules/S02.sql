/*
row: the people of a fiscal year who are in the roster and have assignments
description: >
  Who has no assignment at all is not compared: many districts list assignments of teaching staff alone.
*/
with assignments as (
    select * from core.assignments
),

staff_roster as (
    select * from staging.staff_roster
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
        count(*) filter (where abs(people.fte - staff_roster.total_fte) > limits.s02.jobs) as other_people,
    from people
    inner join staff_roster
        on staff_roster.fiscal_year = people.fiscal_year
        and staff_roster.staff_key = people.staff_key
    cross join limits
    group by people.fiscal_year
)

select
    years.fiscal_year,
    'people' as subject,
    quality_verdict(false, years.other_people > limits.s02.warn_share * years.people) as verdict,
    years.people as checked,
    years.other_people as failed,
    format('People whose assignments are not their employment: {:,} of {:,}.', years.other_people, years.people) as what,
from years
cross join limits
