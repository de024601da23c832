/*
row: the students of results, attendance and classes who are not in the enrollment of that school year
description: >
  Only in school years with an enrollment. A student counts once for each kind of file. Counted, never named.
*/
with enrollment as (
    select * from staging.enrollment
),

attendance as (
    select * from staging.attendance
),

assessment_results as (
    select * from staging.assessment_results
),

section_students as (
    select * from staging.section_students
),

limits as (
    select * from staging.quality_thresholds
),

named as (
    select 'attendance' as file_kind, attendance.school_year, attendance.student_key from attendance
    union
    select 'test results', assessment_results.school_year, assessment_results.student_key from assessment_results
    union
    select 'classes', section_students.school_year, section_students.student_key from section_students
),

enrolled as (
    select distinct enrollment.school_year, enrollment.student_key
    from enrollment
),

years as (
    select
        named.school_year,
        named.file_kind,
        count(*) as students,
        count(*) filter (where enrolled.student_key is null) as unknown_students,
    from named
    left join enrolled
        on enrolled.school_year = named.school_year
        and enrolled.student_key = named.student_key
    where named.school_year in (select enrolled.school_year from enrolled)
    group by
        named.school_year,
        named.file_kind
)

select
    years.school_year as fiscal_year,
    years.file_kind as subject,
    quality_verdict(years.unknown_students > limits.k08.block_share * years.students, years.unknown_students > 0) as verdict,
    years.students as checked,
    years.unknown_students as failed,
    format('School year {}, {}: students who are not enrolled: {:,}.', years.school_year, years.file_kind, years.unknown_students) as what,
from years
cross join limits
