/*
row: one kind of position at one site in a fiscal year
key: [fiscal_year, site_id, position_type]
partition: none
audience: public
description: >
  Positions of the budget, filled and vacant, on the day of the list. Without their dollars: where a site has one
  position of a kind, they are one person's pay.
*/
with positions as (
    select * from marts.positions
)

select
    positions.fiscal_year,
    positions.snapshot_date,
    positions.site_id,
    positions.site_name,
    positions.site_type,
    positions.position_type,
    positions.position_name,
    positions.positions,
    positions.vacant_positions,
    positions.budgeted_fte,
    positions.filled_fte,
    positions.vacant_fte,
from positions
