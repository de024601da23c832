/*
row: how many students of one grade and group a site has in a school year
key: [school_year, site_id, grade, student_group]
partition: none
audience: analyst
description: >
  Enrollment in counts: as the district sends it or, for a school year of which it sends no counts, counted from its
  students.
*/
with enrollment_counts as (
    select * from staging.enrollment_counts
    -- The first of a key: checks.list_records_once refuses a second one, in words.
    qualify row_number() over (
        partition by enrollment_counts.school_year, enrollment_counts.site_id, enrollment_counts.grade, enrollment_counts.student_group
        order by enrollment_counts.source_id, enrollment_counts.source_file_key, enrollment_counts.record_no, enrollment_counts.record_part
    ) = 1
),

counted_students as (
    select * from core.counted_students
),

memberships as (
    select
        counted_students.school_year,
        counted_students.site_id,
        counted_students.count_date,
        counted_students.grade,
        unnest([
            'all',
            if(counted_students.low_income, 'low_income', null),
            if(counted_students.english_learner, 'english_learner', null),
            if(counted_students.special_education, 'special_education', null),
            if(counted_students.gifted, 'gifted', null),
        ]) as student_group,
    from counted_students
    where counted_students.school_year not in (select enrollment_counts.school_year from enrollment_counts)
)

select
    enrollment_counts.school_year,
    enrollment_counts.site_id,
    enrollment_counts.grade,
    enrollment_counts.student_group,
    enrollment_counts.denominator_type,
    enrollment_counts.count_date,
    enrollment_counts.students::bigint as students,
    enrollment_counts.share::decimal(9,6) as student_share,
from enrollment_counts

union all

select
    memberships.school_year,
    memberships.site_id,
    memberships.grade,
    memberships.student_group,
    'count_date' as denominator_type,
    max(memberships.count_date) as count_date,
    count(*)::bigint as students,
    null::decimal(9,6) as student_share,
from memberships
where memberships.student_group is not null
group by memberships.school_year, memberships.site_id, memberships.grade, memberships.student_group
