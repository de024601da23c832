/*
row: one kind of position at one site in a fiscal year
key: [fiscal_year, site_id, position_type]
partition: fiscal_year
audience: restricted
description: >
  Positions of the budget, filled and vacant, with their dollars. Restricted: where a site has one position of a kind,
  its dollars are one person's pay.
*/
with positions as (
    select * from core.positions
),

sites as (
    select * from core.sites
),

position_types as (
    select * from staging.position_types
)

select
    positions.fiscal_year,
    max(positions.snapshot_date) as snapshot_date,
    positions.site_id,
    coalesce(sites.site_name, 'Unit ' || positions.site_id || ' (not in the site list)') as site_name,
    coalesce(sites.site_type, 'unlisted') as site_type,
    coalesce(positions.position_type, 'not_known') as position_type,
    coalesce(position_types.position_name, 'Position not known') as position_name,
    count(*)::bigint as positions,
    count(*) filter (where positions.is_vacant)::bigint as vacant_positions,
    sum(positions.budgeted_fte)::decimal(18,4) as budgeted_fte,
    sum(positions.budgeted_fte - positions.vacant_fte)::decimal(18,4) as filled_fte,
    sum(positions.vacant_fte)::decimal(18,4) as vacant_fte,
    sum(positions.budgeted_salary)::decimal(18,2) as budgeted_salary,
    sum(positions.budgeted_benefits)::decimal(18,2) as budgeted_benefits,
    sum(positions.vacant_amount)::decimal(18,2) as vacant_amount,
from positions
left join sites
    on sites.fiscal_year = positions.fiscal_year
    and sites.site_id = positions.site_id
left join position_types
    on position_types.position_type = positions.position_type
group by
    positions.fiscal_year,
    positions.site_id,
    coalesce(sites.site_name, 'Unit ' || positions.site_id || ' (not in the site list)'),
    coalesce(sites.site_type, 'unlisted'),
    coalesce(positions.position_type, 'not_known'),
    coalesce(position_types.position_name, 'Position not known')
