/*
row: coded ledger dollars of one source and period that share amount type, outcome, fund, function and kind of cost
key: [fiscal_year, fiscal_period, source_id, amount_type, status, fund_code, function_code, comparable_function_code, object_group]
partition: fiscal_year
audience: analyst
description: >
  The coded ledger month by month, before benefits are spread over the salaries that they follow: the view of the books
  themselves. It ties to the ledger line by line; marts.spending is the same dollars after the spread. Whatever looks
  at sums of the books reads this table and not the lines.
*/
with coded_lines as (
    select * from core.coded_lines
)

select
    coded_lines.fiscal_year,
    coded_lines.fiscal_period,
    coded_lines.source_id,
    coded_lines.amount_type,
    coded_lines.status,
    coalesce(coded_lines.fund_code, 'none') as fund_code,
    coalesce(coded_lines.function, 'none') as function_code,
    coalesce(coded_lines.comparable_function, 'none') as comparable_function_code,
    coalesce(coded_lines.object_group, 'none') as object_group,
    -- A line that a rule has split is one line.
    count(*) filter (where coded_lines.part = 1)::bigint as lines,
    sum(coded_lines.amount)::decimal(18,2) as amount,
from coded_lines
group by all
