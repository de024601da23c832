/*
row: ledger dollars of a fiscal year that share every code and every driver, benefits to be spread aside
key: [pool_key]
partition: fiscal_year
audience: analyst
description: >
  The ledger without its lines, as it is recorded: small enough to follow to schools. Benefits that follow salaries are
  not here yet; they join in core.pools. Budgets and commitments are pools too, under the status excluded: they are
  laid beside the map's dollars and never among them.
*/
with coded_lines as (
    select * from core.coded_lines
)

select
    coded_lines.pool_key,
    coded_lines.fiscal_year,
    coded_lines.amount_type,
    coded_lines.status,
    coded_lines.fund_code,
    coded_lines.function,
    coded_lines.comparable_function,
    coded_lines.object_group,
    coded_lines.project_code,
    coded_lines.site_id,
    coded_lines.site_type,
    coded_lines.purpose_id,
    coded_lines.priority_id,
    coded_lines.control,
    coded_lines.level,
    coded_lines.comparable_level,
    coded_lines.how_sure,
    coded_lines.is_default,
    coded_lines.attribution,
    coded_lines.driver_key,
    coded_lines.attribution_reason,
    sum(coded_lines.amount)::decimal(18,2) as amount,
from coded_lines
where coded_lines.pool_key is not null and coded_lines.attribution <> 'salary'
group by all
