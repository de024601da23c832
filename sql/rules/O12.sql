/*
row: the students who are enrolled on the count day of a school year
description: >
  At two schools on that day, each for more than a part of the school day together. Counted, never named.
*/
with enrollment as (
    select * from staging.enrollment
),

limits as (
    select * from staging.quality_thresholds
),

students as (
    select
        enrollment.school_year,
        enrollment.student_key,
        count(distinct enrollment.site_id) > 1 and sum(enrollment.fte) > 1 as is_double,
    from enrollment
    where enrollment.entry_date <= enrollment.count_date
        and coalesce(enrollment.exit_date >= enrollment.count_date, true)
    group by
        enrollment.school_year,
        enrollment.student_key
),

years as (
    select students.school_year, count(*) as students, count(*) filter (where students.is_double) as double_students
    from students
    group by students.school_year
)

select
    years.school_year as fiscal_year,
    'students' as subject,
    quality_verdict(false, years.double_students > limits.o12.warn_share * years.students) as verdict,
    years.students as checked,
    years.double_students as failed,
    format('School year {}: students at two schools on the count day: {:,}.', years.school_year, years.double_students) as what,
from years
cross join limits
