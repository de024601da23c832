/*
row: people who are in the roster of two years in a row
description: >
  A number whose day of hire moves back by more than a year has passed to another person. Counted, never named.
*/
with staff_roster as (
    select * from staging.staff_roster
),

limits as (
    select * from staging.quality_thresholds
)

select
    later.fiscal_year,
    'people' as subject,
    count(*) as checked,
    count(*) filter (where earlier.hire_date - later.hire_date > limits.k12.days) as failed,
    quality_verdict(false, count(*) filter (where earlier.hire_date - later.hire_date > limits.k12.days) > 0) as verdict,
    format('People whose day of hire moved back: {:,}.', failed) as what,
from staff_roster as later
inner join staff_roster as earlier
    on earlier.staff_key = later.staff_key
    and earlier.fiscal_year + 1 = later.fiscal_year
cross join limits
where later.hire_date is not null
    and earlier.hire_date is not null
group by later.fiscal_year
