/*
row: one measure of one group of students at one site in a school year, counted from its students
key: [school_year, site_id, measure, grade, student_group]
partition: none
audience: restricted
description: >
  What outcome_aggregates would say, for a district that sends results student by student: percents of the students
  that a result is about, for each group over all grades and for each grade over all groups. A student's grade and
  groups are those of the enrollment count; a student who is not in it counts in the whole alone.
*/
with student_outcomes as (
    select * from core.student_outcomes
),

counted_students as (
    select * from core.counted_students
),

places as (
    select
        student_outcomes.school_year,
        student_outcomes.site_id,
        student_outcomes.measure,
        student_outcomes.holds,
        unnest([
            {'grade': 'ALL', 'student_group': 'all'},
            {'grade': coalesce(student_outcomes.grade, counted_students.grade), 'student_group': 'all'},
            {'grade': 'ALL', 'student_group': if(counted_students.low_income, 'low_income', null)},
            {'grade': 'ALL', 'student_group': if(counted_students.english_learner, 'english_learner', null)},
            {'grade': 'ALL', 'student_group': if(counted_students.special_education, 'special_education', null)},
            {'grade': 'ALL', 'student_group': if(counted_students.gifted, 'gifted', null)},
        ]) as place,
    from student_outcomes
    left join counted_students
        on counted_students.school_year = student_outcomes.school_year
        and counted_students.student_key = student_outcomes.student_key
)

select
    places.school_year,
    places.site_id,
    places.measure,
    places.place.grade as grade,
    places.place.student_group as student_group,
    round(100 * count(*) filter (where places.holds) / count(*), 4)::decimal(18,4) as value,
    count(*)::integer as students,
from places
where places.place.grade is not null and places.place.student_group is not null
group by places.school_year, places.site_id, places.measure, places.place.grade, places.place.student_group
