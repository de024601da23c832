/*
row: the vacant positions of one site in a fiscal year
key: [fiscal_year, site_id]
partition: none
audience: restricted
description: >
  Positions of the budget that nobody held on the day of the list, and the dollars that the budget had for them. Restricted:
  the dollars of one position are what a person will be paid.
*/
with positions as (
    select * from marts.positions
),

school_quarters as (
    select * from marts.school_quarters
)

select
    positions.fiscal_year,
    positions.site_id,
    max(positions.snapshot_date) as snapshot_date,
    max(school_quarters.quarter) as quarter,
    sum(positions.positions)::bigint as positions,
    sum(positions.vacant_positions)::bigint as vacant_positions,
    sum(positions.vacant_fte)::decimal(18,4) as vacant_fte,
    sum(positions.vacant_amount)::decimal(18,2) as vacant_amount,
from positions
left join school_quarters
    on school_quarters.fiscal_year = positions.fiscal_year
    and school_quarters.site_id = positions.site_id
group by
    positions.fiscal_year,
    positions.site_id
