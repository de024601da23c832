/*
row: the dollars of one pool in one period of a fiscal year
key: [pool_key, fiscal_period]
partition: fiscal_year
audience: analyst
description: >
  The pools of the map month by month, as they are booked: what a year in progress is compared through. Benefits that
  follow salaries are pools of their own here.
*/
with coded_lines as (
    select * from core.coded_lines
)

select
    coded_lines.pool_key,
    coded_lines.fiscal_year,
    coded_lines.fiscal_period,
    coded_lines.fund_code,
    if(coded_lines.attribution = 'salary', null, coded_lines.object_group) as object_group,
    coded_lines.attribution = 'salary' as follows_salary,
    sum(coded_lines.amount)::decimal(18,2) as amount,
from coded_lines
where coded_lines.status <> 'excluded'
group by
    coded_lines.pool_key,
    coded_lines.fiscal_year,
    coded_lines.fiscal_period,
    coded_lines.fund_code,
    -- Benefits are pooled whatever their object says.
    if(coded_lines.attribution = 'salary', null, coded_lines.object_group),
    coded_lines.attribution = 'salary'
