/*
row: the district in one fiscal year of its ledger
key: [fiscal_year]
partition: none
audience: analyst
description: >
  The totals that every page divides by: dollars by outcome of the coding, operating dollars, students, teachers, and
  how much of the assigned dollars stands on a specific rule. A year in progress has its dollars so far, and so has
  what is divided by its students.
*/
with spending as (
    select * from marts.spending
),

exclusions as (
    select * from marts.exclusions
),

schools as (
    select * from marts.schools
),

staffing as (
    select * from marts.staffing
),

fiscal_years as (
    select * from core.fiscal_years
),

dollars as (
    select
        spending.fiscal_year,
        sum(spending.amount) filter (where spending.purpose_id <> 'not_yet_assigned') as assigned_amount,
        sum(spending.amount) filter (where spending.purpose_id = 'not_yet_assigned') as not_yet_assigned_amount,
        sum(spending.amount) filter (where spending.operating) as operating_amount,
        sum(spending.amount) filter (where spending.how_sure = 'default') as default_amount,
    from spending
    group by spending.fiscal_year
),

excluded as (
    select exclusions.fiscal_year, sum(exclusions.amount) as excluded_amount
    from exclusions
    -- A budget left out of a map of spending is no dollar of it.
    where exclusions.exclusion_id <> 'other_amount_type'
    group by exclusions.fiscal_year
),

enrolled as (
    -- A student counts once, at a school: centers and programs serve students of other schools.
    select schools.fiscal_year, sum(schools.students) as students
    from schools
    where schools.site_type = 'school'
    group by schools.fiscal_year
),

teachers as (
    select staffing.fiscal_year, sum(staffing.fte) as teacher_fte
    from staffing
    where staffing.position_type = 'teacher'
    group by staffing.fiscal_year
)

select
    fiscal_years.fiscal_year,
    fiscal_years.last_period,
    fiscal_years.in_progress,
    fiscal_years.ledger_as_of,
    coalesce(dollars.assigned_amount, 0)::decimal(18,2) as assigned_amount,
    coalesce(dollars.not_yet_assigned_amount, 0)::decimal(18,2) as not_yet_assigned_amount,
    coalesce(excluded.excluded_amount, 0)::decimal(18,2) as excluded_amount,
    coalesce(dollars.operating_amount, 0)::decimal(18,2) as operating_amount,
    enrolled.students::bigint as students,
    round(dollars.operating_amount / nullif(enrolled.students, 0), 2)::decimal(18,2) as operating_per_student,
    teachers.teacher_fte::decimal(18,4) as teacher_fte,
    round(coalesce(dollars.default_amount, 0) / nullif(dollars.assigned_amount, 0), 6)::decimal(18,6) as default_rule_share,
    round(
        (dollars.assigned_amount - coalesce(dollars.default_amount, 0)) / nullif(dollars.assigned_amount, 0), 6
    )::decimal(18,6) as specific_rule_share,
from fiscal_years
left join dollars
    on dollars.fiscal_year = fiscal_years.fiscal_year
left join excluded
    on excluded.fiscal_year = fiscal_years.fiscal_year
left join enrolled
    on enrolled.fiscal_year = fiscal_years.fiscal_year
left join teachers
    on teachers.fiscal_year = fiscal_years.fiscal_year
