/*
row: the tests of a school year at all schools
description: >
  A test is one subject in one grade at one school. Schools are counted: small ones are not hidden here yet.
*/
with assessment_results as (
    select * from staging.assessment_results
),

limits as (
    select * from staging.quality_thresholds
),

tests as (
    select
        assessment_results.school_year,
        count(*) as students,
        count(*) filter (where assessment_results.tested) as tested,
    from assessment_results
    group by
        assessment_results.school_year,
        assessment_results.site_id,
        assessment_results.assessment,
        assessment_results.subject,
        assessment_results.administration,
        assessment_results.grade_tested
)

select
    tests.school_year as fiscal_year,
    'tests' as subject,
    count(*) as checked,
    count(*) filter (where tests.tested < limits.o05.lowest * tests.students) as failed,
    quality_verdict(false, failed > 0) as verdict,
    format('School year {}: tests that too few students took: {:,} of {:,}.', tests.school_year, failed, checked) as what,
from tests
cross join limits
where tests.students >= limits.o05.least_students
group by tests.school_year
