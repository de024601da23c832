/*
row: one kind of position of the whole district in a fiscal year
key: [fiscal_year, position_type]
partition: none
audience: public
description: >
  Positions of the budget with their dollars. Kinds with too few positions to tell of stand together as other staff.
*/
with position_dollars as (
    select * from marts.position_dollars
)

select
    position_dollars.fiscal_year,
    position_dollars.position_type,
    position_dollars.position_name,
    position_dollars.positions,
    position_dollars.vacant_positions,
    position_dollars.budgeted_fte,
    position_dollars.filled_fte,
    position_dollars.vacant_fte,
    position_dollars.budgeted_salary,
    position_dollars.budgeted_benefits,
from position_dollars
