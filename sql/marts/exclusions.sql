/*
row: the lines that one rule leaves out of the map, in a fiscal year
key: [fiscal_year, amount_type, exclusion_id, rule_id]
partition: fiscal_year
audience: analyst
description: >
  What is no spending of this map, by name and with its amount: revenue, balance sheet, transfers, funds out of scope
  and amounts of another kind. Nothing leaves the map without a row here.
*/
with coded_lines as (
    select * from core.coded_lines
)

select
    coded_lines.fiscal_year,
    coded_lines.amount_type,
    coded_lines.exclusion_id,
    -- `fund_out_of_scope` is read as "Fund out of scope".
    upper(left(coded_lines.exclusion_id, 1)) || replace(substr(coded_lines.exclusion_id, 2), '_', ' ') as exclusion_name,
    coalesce(coded_lines.scope_rule_id, 'none') as rule_id,
    count(*)::bigint as lines,
    sum(coded_lines.amount)::decimal(18,2) as amount,
from coded_lines
where coded_lines.status = 'excluded'
group by
    coded_lines.fiscal_year,
    coded_lines.amount_type,
    coded_lines.exclusion_id,
    coded_lines.scope_rule_id
