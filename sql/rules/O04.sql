/*
row: the students of a result beside those who are enrolled, at all sites in a school year
description: >
  Results of all grades and all students, in percent or points. The largest number of each site is taken, since several
  tests are of about the same students.
*/
with outcomes as (
    select * from core.outcomes
),

students as (
    select * from core.students
),

measures as (
    select * from staging.measures
),

limits as (
    select * from staging.quality_thresholds
),

tested as (
    select outcomes.school_year, outcomes.site_id, max(outcomes.students) as tested
    from outcomes
    inner join measures
        on measures.measure = outcomes.measure
        and measures.unit = 'percent'
    where outcomes.grade = 'ALL'
        and outcomes.student_group = 'all'
        and outcomes.students is not null
    group by
        outcomes.school_year,
        outcomes.site_id
),

years as (
    select
        tested.school_year,
        count(*) as sites,
        count(*) filter (where tested.tested > (1 + limits.o04.warn_share) * students.students) as wrong_sites,
        sum(tested.tested) as tested,
        sum(students.students) as students,
    from tested
    inner join students
        on students.school_year = tested.school_year
        and students.site_id = tested.site_id
    cross join limits
    where students.students > 0
    group by tested.school_year
)

select
    years.school_year as fiscal_year,
    'sites' as subject,
    quality_verdict(years.tested > (1 + limits.o04.block_share) * years.students, years.wrong_sites > 0) as verdict,
    years.sites as checked,
    years.wrong_sites as failed,
    format('School year {}: sites with more students tested than enrolled: {:,}.', years.school_year, years.wrong_sites) as what,
from years
cross join limits
