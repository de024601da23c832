/*
row: the dollars of one kind of amount, purpose, fund and project in a fiscal year
key: [fiscal_year, amount_type, child_purpose_id, fund_code, project_code]
partition: fiscal_year
audience: analyst
description: >
  What was estimated, adopted, revised, committed and spent, side by side and never added up: all amounts that are
  spending by their codes, of years in which only one of them is known, too. The map is of one of these kinds.
*/
with coded_pools as (
    select * from marts.coded_pools
)

select
    coded_pools.fiscal_year,
    coded_pools.amount_type,
    coded_pools.purpose_id,
    coded_pools.purpose_name,
    coded_pools.child_purpose_id,
    coded_pools.child_purpose_name,
    coded_pools.operating,
    coded_pools.fund_code,
    coded_pools.fund_name,
    coded_pools.project_code,
    coded_pools.project_name,
    sum(coded_pools.amount)::decimal(18,2) as amount,
from coded_pools
group by all
