/*
row: one kind of position at one site, on the last day of a fiscal year that a position report is of
key: [fiscal_year, site_id, position_type]
partition: none
audience: public
description: >
  Positions of the budget, filled and vacant, by where they are. Who holds one is in no table.
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
    positions.vacant_fte,
from positions
