/*
row: the tests of a school year by subject, grade and time
description: >
  In one test, no student who is proficient may have a lower score than one who is not.
*/
with assessment_results as (
    select * from staging.assessment_results
),

tests as (
    select
        assessment_results.school_year,
        min(assessment_results.scale_score) filter (where assessment_results.proficient) as lowest_proficient,
        max(assessment_results.scale_score) filter (where not assessment_results.proficient) as highest_other,
    from assessment_results
    where assessment_results.tested
        and assessment_results.scale_score is not null
    group by
        assessment_results.school_year,
        assessment_results.assessment,
        assessment_results.subject,
        assessment_results.administration,
        assessment_results.grade_tested
)

select
    tests.school_year as fiscal_year,
    'tests' as subject,
    count(*) as checked,
    count(*) filter (where tests.highest_other >= tests.lowest_proficient) as failed,
    quality_verdict(false, failed > 0) as verdict,
    format('School year {}: tests whose scores and levels do not agree: {:,}.', tests.school_year, failed) as what,
from tests
where tests.lowest_proficient is not null
    and tests.highest_other is not null
group by tests.school_year
