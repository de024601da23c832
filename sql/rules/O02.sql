/*
row: the sums of grades, and the groups, of all sites in a school year
description: >
  A total row beside its grades must be their sum, and a group is a part of all students of its grade. Affected are the
  students of the rows that disagree.
*/
with enrollment_counts as (
    select * from staging.enrollment_counts
),

limits as (
    select * from staging.quality_thresholds
),

grades as (
    select
        enrollment_counts.school_year,
        enrollment_counts.site_id,
        enrollment_counts.student_group,
        sum(enrollment_counts.students) filter (where enrollment_counts.grade = 'ALL') as total,
        sum(enrollment_counts.students) filter (where enrollment_counts.grade <> 'ALL') as grade_sum,
    from enrollment_counts
    group by
        enrollment_counts.school_year,
        enrollment_counts.site_id,
        enrollment_counts.student_group
),

groups as (
    select part.school_year, part.students, everyone.students as all_students
    from enrollment_counts as part
    inner join enrollment_counts as everyone
        on everyone.school_year = part.school_year
        and everyone.site_id = part.site_id
        and everyone.grade = part.grade
        and everyone.student_group = 'all'
    where part.student_group <> 'all'
        and part.students is not null
        and everyone.students is not null
),

compared as (
    select
        grades.school_year,
        grades.total <> grades.grade_sum as is_wrong,
        grades.total as students,
    from grades
    where grades.total is not null
        and grades.grade_sum is not null
    union all
    select groups.school_year, groups.students > groups.all_students, groups.all_students
    from groups
),

years as (
    select
        compared.school_year,
        count(*) as sums,
        count(*) filter (where compared.is_wrong) as wrong_sums,
        coalesce(sum(compared.students) filter (where compared.is_wrong), 0) as wrong_students,
        sum(compared.students) as students,
    from compared
    group by compared.school_year
)

select
    years.school_year as fiscal_year,
    'sums' as subject,
    quality_verdict(years.wrong_students > limits.o02.block_share * years.students, years.wrong_sums > 0) as verdict,
    years.sums as checked,
    years.wrong_sums as failed,
    format('School year {}: sums and groups that cannot be: {:,}.', years.school_year, years.wrong_sums) as what,
from years
cross join limits
