/*
row: one site in a year that has students or dollars
key: [fiscal_year, site_id]
partition: none
audience: analyst
description: >
  The sites of the map with their names. Enrollment may reach beyond the years of the ledger, so a year that has
  students and no site list takes the names of the closest year that has one.
*/
with sites as (
    select * from core.sites
),

students as (
    select * from core.students
),

site_dollars as (
    select * from marts.site_dollars
),

wanted as (
    select students.school_year as fiscal_year, students.site_id from students
    union
    select site_dollars.fiscal_year, site_dollars.site_id from site_dollars
),

closest as (
    select
        wanted.fiscal_year,
        wanted.site_id,
        sites.site_name,
        sites.site_type,
        sites.school_level,
        sites.network_id,
        sites.network_name,
        row_number() over (
            partition by wanted.fiscal_year, wanted.site_id
            order by abs(sites.fiscal_year - wanted.fiscal_year), sites.fiscal_year desc
        ) as distance,
    from wanted
    inner join sites
        on sites.site_id = wanted.site_id
)

select
    closest.fiscal_year,
    closest.site_id,
    closest.site_name,
    closest.site_type,
    coalesce(closest.school_level, 'none') as school_level,
    coalesce(closest.network_id, 'none') as network_id,
    coalesce(closest.network_name, 'No network') as network_name,
from closest
where closest.distance = 1
