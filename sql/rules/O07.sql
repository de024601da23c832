/*
row: the students of a school year's attendance, and its schools
description: >
  A school is looked at from fifty students on. Students are counted, schools too.
*/
with attendance as (
    select * from staging.attendance
),

limits as (
    select * from staging.quality_thresholds
),

students as (
    select
        attendance.school_year,
        count(*) as students,
        count(*) filter (
            where attendance.days_absent > attendance.days_enrolled
                or attendance.days_enrolled > limits.o07.most_days
        ) as impossible,
    from attendance
    cross join limits
    group by attendance.school_year
),

schools as (
    select attendance.school_year, sum(attendance.days_absent) as days_absent
    from attendance
    group by
        attendance.school_year,
        attendance.site_id
    having count(*) >= 50
)

select
    students.school_year as fiscal_year,
    'students' as subject,
    quality_verdict(students.impossible > 0, false) as verdict,
    students.students as checked,
    students.impossible as failed,
    format('School year {}: students whose days cannot be: {:,}.', students.school_year, students.impossible) as what,
from students

union all

select
    schools.school_year,
    'schools',
    quality_verdict(false, count(*) filter (where schools.days_absent = 0) > 0),
    count(*),
    count(*) filter (where schools.days_absent = 0),
    format('School year {}: schools without any absence: {:,}.', schools.school_year, count(*) filter (where schools.days_absent = 0)),
from schools
group by schools.school_year
