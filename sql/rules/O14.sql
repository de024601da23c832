/*
row: the sites of a school year with rates of graduation, of dropping out and of staying
description: >
  Measures are known by their names. Without all three, nothing is added up.
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

named as (
    select
        outcomes.school_year,
        outcomes.site_id,
        outcomes.student_group,
        case
            when regexp_matches(lower(measures.measure), 'drop') then 'dropped out'
            when regexp_matches(lower(measures.measure), 'continu|still') then 'stayed'
            when regexp_matches(lower(measures.measure), 'grad') then 'graduated'
        end as outcome,
        outcomes.value,
    from outcomes
    inner join measures
        on measures.measure = outcomes.measure
        and measures.unit = 'percent'
    where outcomes.grade = 'ALL'
        and outcomes.value is not null
),

sums as (
    select named.school_year, named.site_id, named.student_group, sum(named.value) as rate_sum
    from named
    where named.outcome is not null
    group by named.school_year, named.site_id, named.student_group
    having count(distinct named.outcome) = 3
        and count(*) = 3
)

select
    sums.school_year as fiscal_year,
    'schools' as subject,
    count(*) as checked,
    count(*) filter (where abs(sums.rate_sum - 100) > limits.o14.points) as failed,
    quality_verdict(false, failed > 0) as verdict,
    format('School year {}: rates that do not add up to 100: {:,}.', sums.school_year, failed) as what,
from sums
cross join limits
group by sums.school_year
