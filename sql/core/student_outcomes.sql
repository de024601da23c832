/*
row: one result of one student in a school year
key: [school_year, student_key, measure, site_id]
partition: none
audience: restricted
description: >
  Whether a student is proficient, chronically absent, or graduated in four years. Who sat a test more than once counts
  once in a subject, with the better result. Absent is who missed 10 percent of the days enrolled at a school, of those
  enrolled there for 10 days or more. Who moved away is not in the cohort that should graduate.
*/
with assessment_results as (
    select * from staging.assessment_results
),

attendance as (
    select * from staging.attendance
),

graduation as (
    select * from staging.graduation
),

best_results as (
    select
        assessment_results.school_year,
        assessment_results.student_key,
        assessment_results.site_id,
        assessment_results.subject,
        assessment_results.grade_tested,
        assessment_results.proficient,
    from assessment_results
    where assessment_results.tested and assessment_results.proficient is not null
    qualify row_number() over (
        partition by assessment_results.school_year, assessment_results.student_key, assessment_results.subject
        order by
            assessment_results.proficient desc, assessment_results.administration desc, assessment_results.assessment,
            assessment_results.site_id, assessment_results.source_id, assessment_results.source_file_key,
            assessment_results.record_no, assessment_results.record_part
    ) = 1
)

select
    best_results.school_year,
    best_results.student_key,
    best_results.site_id,
    best_results.subject as measure,
    best_results.grade_tested as grade,
    best_results.proficient as holds,
from best_results

union all

select
    attendance.school_year,
    attendance.student_key,
    attendance.site_id,
    'chronic_absence' as measure,
    null as grade,
    bool_or(attendance.days_absent * 10 >= attendance.days_enrolled) as holds,
from attendance
where attendance.days_enrolled >= 10
group by attendance.school_year, attendance.student_key, attendance.site_id

union all

select
    graduation.school_year,
    graduation.student_key,
    graduation.site_id,
    'graduation_rate' as measure,
    null as grade,
    graduation.status = 'graduated' and coalesce(graduation.years <= 4, true) as holds,
from graduation
where graduation.status <> 'transferred_out'
qualify row_number() over (
    partition by graduation.school_year, graduation.student_key
    order by graduation.source_id, graduation.source_file_key, graduation.record_no, graduation.record_part
) = 1
