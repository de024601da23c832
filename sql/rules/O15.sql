/*
row: one school year of results
description: >
  Results come after the spending of their year. A year that the ledger does not reach by far is more often read wrongly.
*/
with outcomes as (
    select * from core.outcomes
),

fiscal_years as (
    select * from staging.fiscal_years
),

last_year as (
    select max(fiscal_years.fiscal_year) as fiscal_year
    from fiscal_years
)

select
    outcomes.school_year as fiscal_year,
    'results' as subject,
    quality_verdict(false, outcomes.school_year > last_year.fiscal_year + 1) as verdict,
    1 as checked,
    if(verdict is null, 0, 1) as failed,
    format('Results are of school year {}; the ledger ends with {}.', outcomes.school_year, last_year.fiscal_year) as what,
from outcomes
cross join last_year
group by
    outcomes.school_year,
    last_year.fiscal_year
