/*
row: one school with a result that may be shown, in one group of schools
key: [school_year, measure, grade, school_level, site_id]
partition: none
audience: analyst
description: >
  The points of a relation between results, need and dollars: all students, all grades together or, where results come
  by grade only, each grade. Each school stands in its grade span, and once more under "all", which no finding may use:
  across spans, level and cost move together.
*/
with results as (
    select * from marts.results
),

school_measures as (
    select * from marts.school_measures
),

settings as (
    select * from staging.settings
),

-- Results of a measure for all grades together, where the district has them; then its grades would tell them twice.
whole as (
    select distinct results.school_year, results.measure
    from results
    where results.grade = 'ALL'
        and results.student_group = 'all'
),

points as (
    select
        results.school_year,
        results.spending_year,
        results.measure,
        results.measure_name,
        results.grade,
        results.school_level,
        results.site_id,
        results.value,
        school_measures.low_income_share,
        school_measures.with_central_per_student,
    from results
    cross join settings
    inner join school_measures
        on school_measures.fiscal_year = results.spending_year
        and school_measures.site_id = results.site_id
    left join whole
        on whole.school_year = results.school_year
        and whole.measure = results.measure
    where results.site_type = 'school'
        and (results.grade = 'ALL' or whole.measure is null)
        and results.student_group = 'all'
        and results.value is not null
        and not results.value_hidden
        and not hides_students(school_measures.students, settings.minimum_n)
        and school_measures.with_central_per_student is not null
)

select
    points.school_year,
    points.spending_year,
    points.measure,
    points.measure_name,
    points.grade,
    groups.school_level,
    points.site_id,
    points.value,
    points.low_income_share,
    points.with_central_per_student,
from points
cross join lateral (values (points.school_level), ('all')) as groups(school_level)
