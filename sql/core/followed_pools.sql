/*
row: a pool of dollars of the map, with what it is divided by or why it cannot be
key: [pool_key]
partition: fiscal_year
audience: restricted
description: >
  What core.attributed follows to sites. A pool without a reason is recorded at a site, or divided by the weights of its
  driver, whose sum is the weight total; one with a reason stands at no other site than its own. Restricted: where one
  person is paid from an account, its weight total is that person's pay.
*/
with pools as (
    select * from core.pools
    where pools.status <> 'excluded'
),

driver_weights as (
    select * from core.driver_weights
),

drivers as (
    select
        driver_weights.fiscal_year,
        driver_weights.driver,
        driver_weights.driver_key,
        sum(driver_weights.weight)::bigint as weight_total,
    from driver_weights
    group by driver_weights.fiscal_year, driver_weights.driver, driver_weights.driver_key
)

select
    pools.pool_key,
    pools.fiscal_year,
    pools.site_id,
    pools.operating,
    pools.attribution,
    pools.driver_key,
    pools.follows_salary,
    drivers.weight_total,
    case
        when pools.attribution = 'recorded' and pools.site_id is null then 'the ledger line names no site'
        when pools.attribution = 'recorded' then null
        when pools.attribution = 'none' then pools.attribution_reason
        when not pools.operating then 'outside the operating budget'
        when drivers.weight_total is not null then null
        when pools.attribution = 'assignment' then 'no payroll names the people paid from this account'
        when pools.attribution = 'project_sites' then 'the list of project sites does not name this project'
        else 'no students are counted at a school in this year'
    end as reason,
    pools.amount,
from pools
left join drivers
    on drivers.fiscal_year = pools.fiscal_year
    and drivers.driver = pools.attribution
    and drivers.driver_key = pools.driver_key
