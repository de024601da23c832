/*
row: one school's dollars per student beside the median of its grade span, in a fiscal year
description: >
  The second measure: with central people and grants. Grade spans of fewer than four schools have no usual school.
*/
with school_measures as (
    select * from marts.school_measures
),

limits as (
    select * from staging.quality_thresholds
),

schools as (
    select
        school_measures.*,
        median(school_measures.with_central_per_student) over span as median_per_student,
        count(*) over span as span_schools,
    from school_measures
    where school_measures.site_type = 'school'
        and school_measures.with_central_per_student > 0
    window span as (partition by school_measures.fiscal_year, coalesce(school_measures.school_level, 'other'))
)

select
    schools.fiscal_year,
    schools.site_id as subject,
    quality_verdict(
        false,
        schools.with_central_per_student < limits.l19.low * schools.median_per_student
        or schools.with_central_per_student > limits.l19.high * schools.median_per_student
    ) as verdict,
    1 as checked,
    if(verdict is null, 0, 1) as failed,
    format(
        '{}, fiscal year {}: {} per student; the median of its grade span is {}.',
        schools.site_name, schools.fiscal_year,
        whole_dollars_text(schools.with_central_per_student), whole_dollars_text(schools.median_per_student::decimal(18,2))
    ) as what,
from schools
cross join limits
where schools.span_schools >= 4
