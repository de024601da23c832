/*
row: one student of a school year, at the school where the student is counted
key: [school_year, student_key]
partition: none
audience: restricted
description: >
  Students from files that have a row for each of them, on the day of the count. A student counts once in the
  district: at two schools on that day, at the one with the larger part of the school day, then the one entered last,
  then the lower number. Groups are those of that row.
*/
with enrollment as (
    select * from staging.enrollment
)

select
    enrollment.school_year,
    enrollment.student_key,
    enrollment.site_id,
    enrollment.count_date,
    enrollment.grade,
    enrollment.low_income,
    enrollment.english_learner,
    enrollment.special_education,
    coalesce(enrollment.gifted, false) as gifted,
from enrollment
where enrollment.entry_date <= enrollment.count_date
    and coalesce(enrollment.exit_date >= enrollment.count_date, true)
qualify row_number() over (
    partition by enrollment.school_year, enrollment.student_key
    order by
        enrollment.fte desc, enrollment.entry_date desc, enrollment.site_id,
        enrollment.source_id, enrollment.source_file_key, enrollment.record_no, enrollment.record_part
) = 1
