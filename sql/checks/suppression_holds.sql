/*
title: A published figure tells how few students a small group has.
severity: block
fix: This is a fault of the program, not of the files; keep the run's folder and report it.
acceptable: false
key: [what]
partition: none
description: >
  An audit that distrusts the rule and shares no code with it: it takes the counts as they were sent and looks for each
  of them in the published tables, shown or worked out from dollars per student, or from the share of a group.
*/
with students as (
    select * from core.students
),

outcomes as (
    select * from core.outcomes
),

settings as (
    select * from staging.settings
),

schools as (
    select * from release.schools
),

results as (
    select * from release.results
),

small_schools as (
    select students.school_year, students.site_id
    from students
    where students.students < (select settings.minimum_n from settings)
),

-- Groups of too few students, or of all but too few: a share beside the school's students would tell their number.
small_groups as (
    select groups.school_year, groups.site_id, groups.student_group
    from (
        select students.school_year, students.site_id, students.students, named.student_group, named.group_students
        from students
        cross join lateral (
            values
                ('low income', students.low_income_students),
                ('special education', students.special_education_students),
                ('English learners', students.english_learner_students)
        ) as named(student_group, group_students)
    ) as groups
    cross join settings
    where groups.students is null
        or groups.group_students is null
        or groups.group_students not between settings.minimum_n and groups.students - settings.minimum_n
),

shown_shares as (
    select 'schools' as table_name, shares.student_group, schools.site_id, schools.fiscal_year as year_shown
    from schools
    cross join lateral (
        values
            ('low income', schools.low_income_share::varchar),
            ('low income', schools.expected_amount::varchar),
            ('low income', schools.need_index::varchar),
            ('special education', schools.special_education_share::varchar),
            ('English learners', schools.english_learner_share::varchar)
    ) as shares(student_group, shown)
    inner join small_groups
        on small_groups.school_year = schools.fiscal_year
        and small_groups.site_id = schools.site_id
        and small_groups.student_group = shares.student_group
    where shares.shown is not null
    union
    select 'results', small_groups.student_group, results.site_id, results.school_year
    from results
    inner join small_groups
        on small_groups.school_year = results.spending_year
        and small_groups.site_id = results.site_id
        and small_groups.student_group = 'low income'
    where results.low_income_share is not null
),

shown_schools as (
    select schools.fiscal_year, schools.site_id
    from schools
    inner join small_schools
        on small_schools.school_year = schools.fiscal_year
        and small_schools.site_id = schools.site_id
    where coalesce(
        schools.students::varchar, schools.low_income_share::varchar, schools.special_education_share::varchar,
        schools.english_learner_share::varchar, schools.school_reported_per_student::varchar,
        schools.with_central_per_student::varchar, schools.all_in_per_student::varchar,
        schools.all_in_amount::varchar, schools.expected_amount::varchar, schools.need_index::varchar
    ) is not null
),

shown_results as (
    select results.school_year, results.site_id, results.measure
    from results
    inner join outcomes
        on outcomes.school_year = results.school_year
        and outcomes.site_id = results.site_id
        and outcomes.measure = results.measure
        and outcomes.grade = results.grade
        and outcomes.student_group = results.student_group
    where (
        not outcomes.already_public
        and (outcomes.students is null or outcomes.students < (select settings.minimum_n from settings))
        and (results.value is not null or results.rating is not null)
    )
    or results.students < (select settings.minimum_n from settings)
),

divided_results as (
    select results.school_year, results.site_id, results.measure
    from results
    inner join small_schools
        on small_schools.school_year = results.spending_year
        and small_schools.site_id = results.site_id
    where results.low_income_share is not null
        or results.with_central_per_student is not null
        or results.school_reported_per_student is not null
)

select
    format('Table schools: site {} in {} shows what counts fewer students than the minimum.', shown_schools.site_id, shown_schools.fiscal_year) as what,
from shown_schools
union
select
    format('Table results: {} of site {} in {} stands on too few students, or on an unknown number.', shown_results.measure, shown_results.site_id, shown_results.school_year) as what,
from shown_results
union
select
    format('Table results: {} of site {} in {} is beside dollars per student of a hidden count.', divided_results.measure, divided_results.site_id, divided_results.school_year) as what,
from divided_results
union
select
    format('Table {}: site {} in {} shows a share ({}) of which the students, or all others, are fewer than the minimum.', shown_shares.table_name, shown_shares.site_id, shown_shares.year_shown, shown_shares.student_group) as what,
from shown_shares
