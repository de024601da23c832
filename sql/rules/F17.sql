/*
row: the last posting date of the ledger in a fiscal year
description: >
  Measured at the end of the month of the last posting, since a clock would make the same files another map. How old a
  file is, `status` tells.
*/
with fiscal_years as (
    select * from core.fiscal_years
),

limits as (
    select * from staging.quality_thresholds
)

select
    fiscal_years.fiscal_year,
    'ledger' as subject,
    quality_verdict(false, last_day(fiscal_years.ledger_as_of) - fiscal_years.ledger_as_of > limits.f17.days) as verdict,
    1 as checked,
    if(verdict is null, 0, 1) as failed,
    format('The last posting of fiscal year {} is of {}.', fiscal_years.fiscal_year, fiscal_years.ledger_as_of) as what,
from fiscal_years
cross join limits
where fiscal_years.ledger_as_of is not null
