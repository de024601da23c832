/*
row: the dollars that reach a site in one way, or stay unattributed for one reason, in a fiscal year
key: [fiscal_year, attribution, reason]
partition: fiscal_year
audience: analyst
description: >
  Attributed + not attributed = assigned + not yet assigned. What has no basis to be followed to a school says why.
*/
with attributed as (
    select * from core.attributed
),

coded_pools as (
    select * from marts.coded_pools
)

select
    coded_pools.fiscal_year,
    attributed.attribution_label as attribution,
    coalesce(attributed.reason, 'none') as reason,
    sum(attributed.amount)::decimal(18,2) as amount,
from attributed
inner join coded_pools
    on coded_pools.pool_key = attributed.pool_key
group by
    coded_pools.fiscal_year,
    attributed.attribution_label,
    coalesce(attributed.reason, 'none')
