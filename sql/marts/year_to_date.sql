/*
row: the dollars for one purpose at one site, through the last period of the year in progress
key: [fiscal_year, site_id, child_purpose_id]
partition: none
audience: analyst
description: >
  This year so far beside the same periods of each earlier year. Dollars stand at the site that the account names,
  with the benefits of its salaries; people and grants paid centrally are not followed to schools here. Empty when no
  year is in progress.
*/
with pools_to_date as (
    select * from core.pools_to_date
),

year_parts as (
    select * from core.year_parts
    where year_parts.is_to_date
),

recorded_pools as (
    select * from core.recorded_pools
),

coded_pools as (
    select * from marts.coded_pools
),

sites as (
    select * from core.sites
)

select
    pools_to_date.fiscal_year,
    pools_to_date.through_period,
    coalesce(recorded_pools.site_id, 'none') as site_id,
    coalesce(sites.site_name, recorded_pools.site_id, 'No site') as site_name,
    coalesce(sites.site_type, 'none') as site_type,
    -- Benefits of a fund that has paid no salary in these periods have no purpose yet.
    coalesce(coded_pools.purpose_id, 'not_yet_assigned') as purpose_id,
    coalesce(coded_pools.purpose_name, 'Not yet assigned') as purpose_name,
    coalesce(coded_pools.child_purpose_id, 'not_yet_assigned') as child_purpose_id,
    coalesce(coded_pools.child_purpose_name, 'Not yet assigned') as child_purpose_name,
    coalesce(coded_pools.operating, true) as operating,
    sum(pools_to_date.amount)::decimal(18,2) as amount,
from pools_to_date
inner join year_parts
    on year_parts.fiscal_year = pools_to_date.fiscal_year
    and year_parts.through_period = pools_to_date.through_period
left join recorded_pools
    on recorded_pools.pool_key = pools_to_date.pool_key
left join coded_pools
    on coded_pools.pool_key = recorded_pools.pool_key
left join sites
    on sites.fiscal_year = pools_to_date.fiscal_year
    and sites.site_id = recorded_pools.site_id
group by all
