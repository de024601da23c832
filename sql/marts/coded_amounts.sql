/*
row: ledger dollars as coded that share outcome, function and salary group, in a fiscal year
key: [fiscal_year, amount_type, source_id, status, fund_code, function_code, comparable_function_code, object_group]
partition: fiscal_year
audience: analyst
description: >
  The coded ledger before benefits are spread over the salaries that they follow: the view of the books themselves.
  Ties to the ledger line by line; marts.spending is the same dollars after the spread.
*/
with coded_lines as (
    select * from core.coded_lines
)

select
    coded_lines.fiscal_year,
    coded_lines.amount_type,
    coded_lines.source_id,
    coded_lines.status,
    coalesce(coded_lines.fund_code, 'none') as fund_code,
    coalesce(coded_lines.function, 'none') as function_code,
    coalesce(coded_lines.comparable_function, 'none') as comparable_function_code,
    coalesce(coded_lines.object_group, 'none') as object_group,
    count(*)::bigint as lines,
    sum(coded_lines.amount)::decimal(18,2) as amount,
from coded_lines
group by
    coded_lines.fiscal_year,
    coded_lines.amount_type,
    coded_lines.source_id,
    coded_lines.status,
    coalesce(coded_lines.fund_code, 'none'),
    coalesce(coded_lines.function, 'none'),
    coalesce(coded_lines.comparable_function, 'none'),
    coalesce(coded_lines.object_group, 'none')
