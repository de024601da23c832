/*
row: the ratings of the staff in a school year
description: >
  Of at least fifty people. Which rating it is, is not told.
*/
with staff_evaluations as (
    select * from staging.staff_evaluations
),

limits as (
    select * from staging.quality_thresholds
),

ratings as (
    select staff_evaluations.school_year, staff_evaluations.overall_rating, count(*) as people
    from staff_evaluations
    group by
        staff_evaluations.school_year,
        staff_evaluations.overall_rating
),

years as (
    select ratings.school_year, max(ratings.people) as most_people, sum(ratings.people)::bigint as people
    from ratings
    group by ratings.school_year
)

select
    years.school_year as fiscal_year,
    'ratings' as subject,
    quality_verdict(false, years.most_people > limits.s14.warn_share * years.people) as verdict,
    years.people as checked,
    if(verdict is null, 0, years.most_people) as failed,
    format('People with the same rating: {:,} of {:,}.', years.most_people, years.people) as what,
from years
cross join limits
where years.people >= 50
