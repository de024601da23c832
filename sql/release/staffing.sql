/*
row: one kind of position at one site in a fiscal year
key: [fiscal_year, site_id, position_type]
partition: none
audience: public
description: >
  Full-time equivalents by where people work, whoever pays them.
*/
with staffing as (
    select * from marts.staffing
)

select
    staffing.fiscal_year,
    staffing.site_id,
    staffing.site_name,
    staffing.position_type,
    staffing.position_name,
    staffing.fte,
from staffing
