/*
row: one kind of position at one site, on the last day of a fiscal year that a position report is of
key: [fiscal_year, site_id, position_type]
partition: none
audience: analyst
description: >
  The positions of the budget and those that nobody holds, by where they are. A position is vacant when no part of it
  is filled. Of the reports of a year the last one counts.
*/
with positions as (
    select * from staging.positions
    qualify positions.snapshot_date = max(positions.snapshot_date) over (partition by positions.fiscal_year)
),

job_positions as (
    select * from staging.job_positions
),

position_types as (
    select * from staging.position_types
),

sites as (
    select * from core.sites
),

placed as (
    select
        positions.fiscal_year,
        positions.snapshot_date,
        positions.site_id,
        coalesce(sites.site_name, 'Unit ' || positions.site_id || ' (not in the site list)') as site_name,
        coalesce(sites.site_type, 'unlisted') as site_type,
        coalesce(job_positions.position_type, 'not_known') as position_type,
        coalesce(position_types.position_name, 'Position not known') as position_name,
        positions.budgeted_fte,
        positions.budgeted_fte > 0 and positions.filled_fte = 0 as vacant,
        positions.budgeted_fte - coalesce(positions.filled_fte, positions.budgeted_fte) as vacant_fte,
    from positions
    left join sites
        on sites.fiscal_year = positions.fiscal_year
        and sites.site_id = positions.site_id
    left join job_positions
        on job_positions.job_code = positions.job_code
    left join position_types
        on position_types.position_type = job_positions.position_type
)

select
    placed.fiscal_year,
    placed.snapshot_date,
    placed.site_id,
    placed.site_name,
    placed.site_type,
    placed.position_type,
    placed.position_name,
    count(*)::bigint as positions,
    count(*) filter (where placed.vacant)::bigint as vacant_positions,
    sum(placed.budgeted_fte)::decimal(18,4) as budgeted_fte,
    sum(placed.vacant_fte)::decimal(18,4) as vacant_fte,
from placed
group by all
