/*
row: the rates of chronic absence of all schools beside the year before
description: >
  A measure whose name says chronic absence or absenteeism, of all grades and all students. Sites are counted: small
  ones are not hidden here yet.
*/
with outcomes as (
    select * from core.outcomes
),

measures as (
    select * from staging.measures
),

limits as (
    select * from staging.quality_thresholds
),

rates as (
    select outcomes.school_year, outcomes.site_id, outcomes.measure, outcomes.value
    from outcomes
    inner join measures
        on measures.measure = outcomes.measure
        and measures.unit = 'percent'
        and regexp_matches(lower(measures.measure_name || ' ' || measures.measure), 'chronic|absentee')
    where outcomes.grade = 'ALL'
        and outcomes.student_group = 'all'
        and outcomes.value is not null
)

select
    later.school_year as fiscal_year,
    'schools' as subject,
    count(*) as checked,
    count(*) filter (where abs(later.value - earlier.value) > limits.o08.change) as failed,
    quality_verdict(false, failed > 0) as verdict,
    format('School year {}: schools whose chronic absence changed much: {:,}.', later.school_year, failed) as what,
from rates as later
inner join rates as earlier
    on earlier.site_id = later.site_id
    and earlier.measure = later.measure
    and earlier.school_year + 1 = later.school_year
cross join limits
group by later.school_year
