/*
row: the results of a school year in percent beside the year before
description: >
  Results of enough students in both years. Sites are counted: small ones are not hidden here yet.
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

results as (
    select outcomes.*
    from outcomes
    inner join measures
        on measures.measure = outcomes.measure
        and measures.unit = 'percent'
    cross join limits
    where outcomes.value is not null
        and outcomes.students >= limits.o09.least_students
)

select
    later.school_year as fiscal_year,
    later.measure as subject,
    count(*) as checked,
    count(*) filter (where abs(later.value - earlier.value) > limits.o09.change) as failed,
    quality_verdict(false, failed > 0) as verdict,
    format('School year {}, {}: results that changed much: {:,} of {:,}.', later.school_year, later.measure, failed, checked) as what,
from results as later
inner join results as earlier
    on earlier.site_id = later.site_id
    and earlier.measure = later.measure
    and earlier.grade = later.grade
    and earlier.student_group = later.student_group
    and earlier.school_year + 1 = later.school_year
cross join limits
group by
    later.school_year,
    later.measure
