/*
row: the dollars of one pool at one site
key: [pool_key, site_id]
partition: fiscal_year
audience: analyst
description: >
  Every dollar of the map once: what it is for, where it works, who decides on it and how sure we are. Its sum is
  assigned + not yet assigned. All tables of dollars are sums of this one.
*/
with attributed as (
    select * from core.attributed
),

coded_pools as (
    select * from marts.coded_pools
),

sites as (
    select * from core.sites
)

select
    coded_pools.pool_key,
    coded_pools.fiscal_year,
    coded_pools.amount_type,
    coalesce(attributed.site_id, 'none') as site_id,
    coalesce(sites.site_name, attributed.site_id, 'No site') as site_name,
    coalesce(sites.site_type, 'none') as site_type,
    coalesce(sites.school_level, 'none') as school_level,
    coalesce(sites.network_id, 'none') as network_id,
    coalesce(sites.network_name, 'No network') as network_name,
    coded_pools.purpose_id,
    coded_pools.purpose_name,
    coded_pools.child_purpose_id,
    coded_pools.child_purpose_name,
    coded_pools.priority_id,
    coded_pools.priority_name,
    coded_pools.control,
    coded_pools.level,
    coded_pools.comparable_level,
    coded_pools.fund_code,
    coded_pools.fund_name,
    coded_pools.function_code,
    coded_pools.function_name,
    coded_pools.comparable_function_code,
    coded_pools.object_group,
    coded_pools.object_group_name,
    coded_pools.project_code,
    coded_pools.project_name,
    attributed.attribution_label as attribution,
    attributed.measure,
    coalesce(attributed.driver, 'none') as driver,
    coded_pools.how_sure,
    coded_pools.operating,
    attributed.amount,
from attributed
inner join coded_pools
    on coded_pools.pool_key = attributed.pool_key
left join sites
    on sites.fiscal_year = coded_pools.fiscal_year
    and sites.site_id = attributed.site_id
