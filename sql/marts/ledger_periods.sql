/*
row: coded ledger dollars of one period that share amount type, outcome, fund, function and kind of cost
key: [fiscal_year, fiscal_period, amount_type, status, fund_code, function_code, comparable_function_code, object_group]
partition: fiscal_year
audience: analyst
description: >
  The ledger month by month, so that a year in progress is compared with the same periods of the year before. Quality
  rules that look at sums read this table and not the lines.
*/
with coded_lines as (
    select * from core.coded_lines
)

select
    coded_lines.fiscal_year,
    coded_lines.fiscal_period,
    coded_lines.amount_type,
    coded_lines.status,
    coalesce(coded_lines.fund_code, 'none') as fund_code,
    coalesce(coded_lines.function, 'none') as function_code,
    coalesce(coded_lines.comparable_function, 'none') as comparable_function_code,
    coalesce(coded_lines.object_group, 'none') as object_group,
    count(*) filter (where coded_lines.part = 1) as lines,
    sum(coded_lines.amount)::decimal(18,2) as amount,
from coded_lines
group by
    coded_lines.fiscal_year,
    coded_lines.fiscal_period,
    coded_lines.amount_type,
    coded_lines.status,
    coalesce(coded_lines.fund_code, 'none'),
    coalesce(coded_lines.function, 'none'),
    coalesce(coded_lines.comparable_function, 'none'),
    coalesce(coded_lines.object_group, 'none')
