/*
row: the weight of one site in one driver of a fiscal year
key: [fiscal_year, driver, driver_key, site_id]
partition: fiscal_year
audience: restricted
description: >
  What central and shared dollars are divided by. An account of people who work at several sites: their pay by where
  they are assigned, which is why this table is restricted. A grant: the shares of its sites, in millionths. The central
  pool: students of each school.
*/
with coded_lines as (
    select * from core.coded_lines
),

assignment_weights as (
    select * from core.assignment_weights
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
        coded_lines.driver_key,
    from coded_lines
    where coded_lines.attribution = 'project_sites'
),

weights as (
    select
        assignment_weights.fiscal_year,
        'assignment' as driver,
        assignment_weights.driver_key,
        assignment_weights.site_id,
        assignment_weights.weight,
    from assignment_weights

    union all

    select
        needed.fiscal_year,
        'project_sites' as driver,
        needed.driver_key,
        project_sites.site_id,
        (project_sites.share * 1000000)::bigint as weight,
    from needed
    inner join project_sites
        on project_sites.project_code = needed.driver_key

    union all

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
)

select
    weights.fiscal_year,
    weights.driver,
    weights.driver_key,
    weights.site_id,
    weights.weight,
from weights
where weights.weight > 0
