/*
row: one result of a site for a grade and a student group in a school year
key: [school_year, site_id, measure, grade, student_group]
partition: none
audience: public
description: >
  Results beside need and dollars. A result on fewer students than the minimum, or on an unknown number, is hidden
  unless its source is declared to be public already. Dollars are those of spending_year.
*/
with results as (
    select * from marts.results
),

about as (
    select * from marts.about
),

school_measures as (
    select * from marts.school_measures
),

-- What is divided by hidden students is hidden here as it is in release.schools.
schools as (
    select
        school_measures.*,
        hides_share(school_measures.low_income_students, school_measures.students, about.minimum_n) as low_income_hidden,
    from school_measures
    cross join about
    where not hides_students(school_measures.students, about.minimum_n)
)

select
    results.school_year,
    results.site_id,
    results.site_name,
    results.school_level,
    results.measure,
    results.measure_name,
    results.unit,
    results.grade,
    results.student_group,
    if(results.value_hidden, null, results.value) as value,
    if(results.value_hidden, null, results.rating) as rating,
    if(hides_students(results.students, about.minimum_n), null, results.students) as students,
    results.value_hidden,
    case
        when not results.value_hidden then ''
        when results.students is null then 'The number of students is not known'
        else 'Hidden to protect students'
    end as hidden_reason,
    results.already_public,
    results.spending_year,
    if(schools.low_income_hidden, null, schools.low_income_share) as low_income_share,
    schools.with_central_per_student,
    schools.school_reported_per_student,
from results
cross join about
left join schools
    on schools.fiscal_year = results.spending_year
    and schools.site_id = results.site_id
