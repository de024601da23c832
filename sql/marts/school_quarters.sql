/*
row: one elementary school in its quarter by need, in a fiscal year
key: [fiscal_year, site_id]
partition: none
audience: analyst
description: >
  Elementary schools in four groups from the neediest (1) to the least needy (4) by their share of low-income students.
  Only years with at least eight such schools.
*/
with need as (
    select * from marts.need
)

select
    need.fiscal_year,
    need.site_id,
    ntile(4) over (partition by need.fiscal_year order by need.low_income_share desc, need.site_id) as quarter,
from need
where need.school_level = 'elementary'
-- Two schools a quarter is the least that can be called a group.
qualify count(*) over (partition by need.fiscal_year) >= 8
