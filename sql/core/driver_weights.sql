/*
row: the weight of one site in one driver of a fiscal year
key: [fiscal_year, driver, driver_key, site_id]
partition: fiscal_year
audience: analyst
description: >
  What central and shared dollars are divided by. An account of people who work at several sites: their pay in cents
  times 10,000, divided by where they are assigned (at the site that payroll names, for a person without an
  assignment). A grant: the shares of its sites, in millionths. The central pool: students of each school.
  Weights are summed over people; no row is a person.
*/
with coded_lines as (
    select * from core.coded_lines
),

payroll as (
    select * from core.payroll
),

assignments as (
    select * from core.assignments
),

project_sites as (
    select * from staging.project_sites
),

students as (
    select * from core.students
),

sites as (
    select * from core.sites
),

needed as (
    select distinct
        coded_lines.fiscal_year,
        coded_lines.attribution,
        coded_lines.driver_key,
    from coded_lines
    where coded_lines.driver_key is not null
),

pay as (
    select
        payroll.fiscal_year,
        payroll.staff_key,
        account_key(
            payroll.fund_code, payroll.function_code, payroll.object_code,
            payroll.program_code, payroll.project_code, payroll.job_code
        ) as driver_key,
        payroll.site_id,
        (sum(payroll.amount) * 100)::hugeint as cents,
    from payroll
    group by
        payroll.fiscal_year,
        payroll.staff_key,
        payroll.fund_code,
        payroll.function_code,
        payroll.object_code,
        payroll.program_code,
        payroll.project_code,
        payroll.job_code,
        payroll.site_id
    having sum(payroll.amount) > 0
),

places as (
    select
        assignments.fiscal_year,
        assignments.staff_key,
        assignments.site_id,
        (sum(assignments.fte) * 10000)::hugeint as fte,
        sum(sum(assignments.fte) * 10000) over (
            partition by assignments.fiscal_year, assignments.staff_key
        )::hugeint as fte_total,
    from assignments
    group by assignments.fiscal_year, assignments.staff_key, assignments.site_id
    having sum(assignments.fte) > 0
),

by_assignment as (
    select
        pay.fiscal_year,
        'assignment' as driver,
        pay.driver_key,
        coalesce(places.site_id, pay.site_id) as site_id,
        sum(coalesce(pay.cents * 10000 * places.fte // places.fte_total, pay.cents * 10000))::bigint as weight,
    from pay
    inner join needed
        on needed.attribution = 'assignment'
        and needed.fiscal_year = pay.fiscal_year
        and needed.driver_key = pay.driver_key
    left join places
        on places.fiscal_year = pay.fiscal_year
        and places.staff_key = pay.staff_key
    where coalesce(places.site_id, pay.site_id) is not null
    group by pay.fiscal_year, pay.driver_key, coalesce(places.site_id, pay.site_id)
),

by_project as (
    select
        needed.fiscal_year,
        'project_sites' as driver,
        needed.driver_key,
        project_sites.site_id,
        (project_sites.share * 1000000)::bigint as weight,
    from needed
    inner join project_sites
        on project_sites.project_code = needed.driver_key
    where needed.attribution = 'project_sites'
),

by_students as (
    select
        sites.fiscal_year,
        'students' as driver,
        students_key() as driver_key,
        sites.site_id,
        students.students as weight,
    from sites
    inner join students
        on students.school_year = sites.fiscal_year
        and students.site_id = sites.site_id
    where sites.is_school
),

weights as (
    select * from by_assignment
    union all
    select * from by_project
    union all
    select * from by_students
)

select
    weights.fiscal_year,
    weights.driver,
    weights.driver_key,
    weights.site_id,
    weights.weight,
from weights
where weights.weight > 0
