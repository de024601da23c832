/*
row: one site with dollars per student that may be shown, beside the school in the middle of its grade span
key: [fiscal_year, site_id]
partition: none
audience: analyst
description: >
  What is far above the others, and what is not. The middle is the median of all schools of the grade span, or of all
  schools where a span has fewer than five. Sites that are no school are compared too; findings leave them out.
*/
with school_measures as (
    select * from marts.school_measures
),

settings as (
    select * from staging.settings
),

measured as (
    select school_measures.*
    from school_measures
    cross join settings
    where school_measures.site_per_student is not null
        and not hides_students(school_measures.students, settings.minimum_n)
),

spans as (
    select
        measured.fiscal_year,
        measured.school_level,
        count(*) as schools,
        quantile_disc(measured.site_per_student, 0.5) as median_per_student,
    from measured
    where measured.site_type = 'school'
    group by
        measured.fiscal_year,
        measured.school_level
),

all_schools as (
    select
        measured.fiscal_year,
        quantile_disc(measured.site_per_student, 0.5) as median_per_student,
    from measured
    where measured.site_type = 'school'
    group by measured.fiscal_year
)

select
    measured.fiscal_year,
    measured.site_id,
    measured.site_name,
    measured.site_type,
    measured.students,
    measured.site_per_student,
    if(spans.schools >= 5, spans.median_per_student, all_schools.median_per_student) as median_per_student,
from measured
inner join all_schools
    on all_schools.fiscal_year = measured.fiscal_year
left join spans
    on spans.fiscal_year = measured.fiscal_year
    and spans.school_level = measured.school_level
