/*
row: the students of one site in a school year
key: [school_year, site_id]
partition: none
audience: analyst
description: >
  Enrollment and the groups that need is measured by. A total that the district sends for all grades is taken; without
  one the grades are added. A group may come as a count or as a share of the students: the other is worked out.
*/
with enrollment_counts as (
    select * from staging.enrollment_counts
    -- The first of a key: checks.list_records_once refuses a second one, in words.
    qualify row_number() over (
        partition by enrollment_counts.school_year, enrollment_counts.site_id, enrollment_counts.grade, enrollment_counts.student_group
        order by enrollment_counts.source_id, enrollment_counts.source_file_key, enrollment_counts.record_no, enrollment_counts.record_part
    ) = 1
),

totals as (
    select
        enrollment_counts.school_year,
        enrollment_counts.site_id,
        enrollment_counts.student_group,
        coalesce(
            sum(enrollment_counts.students) filter (where enrollment_counts.grade = 'ALL'),
            sum(enrollment_counts.students) filter (where enrollment_counts.grade <> 'ALL'),
        )::bigint as students,
        max(enrollment_counts.share) filter (where enrollment_counts.grade = 'ALL') as share,
    from enrollment_counts
    group by enrollment_counts.school_year, enrollment_counts.site_id, enrollment_counts.student_group
),

sites as (
    select
        totals.school_year,
        totals.site_id,
        max(totals.students) filter (where totals.student_group = 'all') as students,
        max(totals.students) filter (where totals.student_group = 'low_income') as low_income,
        max(totals.share) filter (where totals.student_group = 'low_income') as low_income_sent,
        max(totals.students) filter (where totals.student_group = 'special_education') as special_education,
        max(totals.share) filter (where totals.student_group = 'special_education') as special_education_sent,
        max(totals.students) filter (where totals.student_group = 'english_learner') as english_learner,
        max(totals.share) filter (where totals.student_group = 'english_learner') as english_learner_sent,
    from totals
    group by totals.school_year, totals.site_id
)

select
    sites.school_year,
    sites.site_id,
    sites.students,
    coalesce(sites.low_income, round(sites.students * sites.low_income_sent)::bigint) as low_income_students,
    coalesce(
        sites.low_income_sent,
        round(sites.low_income / nullif(sites.students, 0), 6),
    )::decimal(18,6) as low_income_share,
    coalesce(sites.special_education, round(sites.students * sites.special_education_sent)::bigint) as special_education_students,
    coalesce(
        sites.special_education_sent,
        round(sites.special_education / nullif(sites.students, 0), 6),
    )::decimal(18,6) as special_education_share,
    coalesce(sites.english_learner, round(sites.students * sites.english_learner_sent)::bigint) as english_learner_students,
    coalesce(
        sites.english_learner_sent,
        round(sites.english_learner / nullif(sites.students, 0), 6),
    )::decimal(18,6) as english_learner_share,
from sites
