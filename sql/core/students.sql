/*
row: the students of one site in a school year
key: [school_year, site_id]
partition: none
audience: analyst
answers: dollars per student, dollars beside need, and schools beside schools like them
description: >
  Enrollment and the groups that need is measured by. A total that the district sends for all grades is taken; without
  one the grades are added. A group may come as a count or as a share of the students: the other is worked out.
  What is counted is the same at every site of a year: checks.students_counted_alike refuses a mixture.
*/
with student_counts as (
    select * from core.student_counts
),

totals as (
    select
        student_counts.school_year,
        student_counts.site_id,
        student_counts.student_group,
        coalesce(
            sum(student_counts.students) filter (where student_counts.grade = 'ALL'),
            sum(student_counts.students) filter (where student_counts.grade <> 'ALL'),
        )::bigint as students,
        max(student_counts.student_share) filter (where student_counts.grade = 'ALL') as share,
        max(student_counts.denominator_type) as denominator_type,
        max(student_counts.count_date) as count_date,
    from student_counts
    group by student_counts.school_year, student_counts.site_id, student_counts.student_group
),

sites as (
    select
        totals.school_year,
        totals.site_id,
        max(totals.denominator_type) as denominator_type,
        max(totals.count_date) as count_date,
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
    sites.denominator_type,
    sites.count_date,
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
