/*
row: the results of one measure in a school year
description: >
  A percentage below 0 or above 100 was a mark in the state's file, such as -3 for too few students, or is on another
  scale.
*/
with outcomes as (
    select * from core.outcomes
),

measures as (
    select * from staging.measures
)

select
    outcomes.school_year as fiscal_year,
    outcomes.measure as subject,
    count(*) as checked,
    count(*) filter (where outcomes.value not between 0 and 100) as failed,
    quality_verdict(failed > 0, false) as verdict,
    format(
        'School year {}, {}: percentages that cannot be: {:,}, such as of site {}.',
        outcomes.school_year, outcomes.measure, failed,
        coalesce(min(outcomes.site_id) filter (where outcomes.value not between 0 and 100), '')
    ) as what,
from outcomes
inner join measures
    on measures.measure = outcomes.measure
    and measures.unit = 'percent'
where outcomes.value is not null
group by
    outcomes.school_year,
    outcomes.measure
