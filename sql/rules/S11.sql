/*
row: the principals, teachers and students of one school in a fiscal year
description: >
  Only where the files have teachers at most schools. Of a school with few students, nothing is said of the ratio.
*/
with staffing as (
    select * from marts.staffing
),

schools as (
    select * from marts.schools
),

limits as (
    select * from staging.quality_thresholds
),

people as (
    select
        schools.fiscal_year,
        schools.site_id,
        schools.site_name,
        schools.students,
        coalesce(sum(staffing.fte) filter (where staffing.position_type = 'principal'), 0)::decimal(18,4) as principals,
        coalesce(sum(staffing.fte) filter (where staffing.position_type = 'teacher'), 0)::decimal(18,4) as teachers,
    from schools
    left join staffing
        on staffing.fiscal_year = schools.fiscal_year
        and staffing.site_id = schools.site_id
    where schools.site_type = 'school'
        and schools.students > 0
    group by
        schools.fiscal_year,
        schools.site_id,
        schools.site_name,
        schools.students
),

years as (
    select people.fiscal_year, max(people.principals) > 0 as has_principals
    from people
    group by people.fiscal_year
    having count(*) filter (where people.teachers > 0) * 2 > count(*)
)

select
    people.fiscal_year,
    people.site_id as subject,
    quality_verdict(
        false,
        (years.has_principals and people.principals = 0)
        or people.principals > limits.s11.most_principals
        or (
            people.students >= 50
            and people.students not between limits.s11.lowest_ratio * people.teachers and limits.s11.highest_ratio * people.teachers
        )
    ) as verdict,
    1 as checked,
    if(verdict is null, 0, 1) as failed,
    format('{}, fiscal year {}: principals {:.1f}, teachers {:.1f}.', people.site_name, people.fiscal_year, people.principals, people.teachers) as what,
from people
inner join years
    on years.fiscal_year = people.fiscal_year
cross join limits
