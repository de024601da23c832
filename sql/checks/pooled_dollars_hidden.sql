/*
title: Published dollars of a small school tell its number of students.
severity: block
fix: This is a fault of the program, not of the files; keep the run's folder and report it.
acceptable: false
key: [fiscal_year, site_id]
partition: none
description: >
  What a school gets from the central pool is its number of students in another unit: beside a second school it can be
  turned back. Audits the published spending against the counts as they were sent.
*/
with students as (
    select * from core.students
),

settings as (
    select * from staging.settings
),

spending as (
    select * from release.spending
)

select
    format('Table spending: site {} in {} shows its share of the central pool.', spending.site_id, spending.fiscal_year) as what,
    spending.fiscal_year,
    spending.site_id,
from spending
inner join students
    on students.school_year = spending.fiscal_year
    and students.site_id = spending.site_id
cross join settings
where students.students < settings.minimum_n
    and (spending.measure = 'central_pool' or spending.attribution = 'by students')
group by
    spending.fiscal_year,
    spending.site_id
