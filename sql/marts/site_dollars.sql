/*
row: one site with operating dollars in a fiscal year
key: [fiscal_year, site_id]
partition: fiscal_year
audience: analyst
description: >
  The three measures of a school, which are never mixed, and the parts they consist of. Dollars of benefits stand
  with the salaries that they follow. Dollars outside the operating budget are in no measure.
*/
with spending as (
    select * from marts.spending
)

select
    spending.fiscal_year,
    spending.site_id,
    -- What stands at the site itself, without its share of the central pool: also for sites that are no school.
    sum(spending.amount) filter (where spending.measure <> 'central_pool')::decimal(18,2) as site_amount,
    sum(spending.amount) filter (where spending.measure = 'school_reported')::decimal(18,2) as school_reported_amount,
    sum(spending.amount) filter (
        where spending.measure = 'central_people_and_grants' and spending.driver = 'assignment'
    )::decimal(18,2) as central_people_amount,
    sum(spending.amount) filter (
        where spending.measure = 'central_people_and_grants' and spending.driver <> 'assignment'
    )::decimal(18,2) as central_grants_amount,
    sum(spending.amount) filter (where spending.measure = 'central_pool')::decimal(18,2) as central_pool_amount,
from spending
where spending.operating
    and spending.site_id <> 'none'
group by
    spending.fiscal_year,
    spending.site_id
