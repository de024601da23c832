/*
row: one kind of position at one site in a fiscal year
key: [fiscal_year, site_id, position_type]
partition: fiscal_year
audience: analyst
description: >
  Full-time equivalents by where people work, whoever pays them. No person is in it: only sums over positions.
*/
with assignments as (
    select * from core.assignments
),

sites as (
    select * from core.sites
),

position_types as (
    select * from staging.position_types
)

select
    assignments.fiscal_year,
    assignments.site_id,
    coalesce(sites.site_name, assignments.site_id) as site_name,
    coalesce(sites.site_type, 'unlisted') as site_type,
    coalesce(assignments.position_type, 'not_known') as position_type,
    coalesce(position_types.position_name, 'Position not known') as position_name,
    sum(assignments.fte)::decimal(18,4) as fte,
from assignments
left join sites
    on sites.fiscal_year = assignments.fiscal_year
    and sites.site_id = assignments.site_id
left join position_types
    on position_types.position_type = assignments.position_type
group by
    assignments.fiscal_year,
    assignments.site_id,
    coalesce(sites.site_name, assignments.site_id),
    coalesce(sites.site_type, 'unlisted'),
    coalesce(assignments.position_type, 'not_known'),
    coalesce(position_types.position_name, 'Position not known')
