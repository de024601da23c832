/*
row: the dollars of a fiscal year that are not yet assigned
description: >
  The district's tolerance is the limit that blocks, by checks.not_yet_assigned_limit; the threshold here only warns.
*/
with district_years as (
    select * from marts.district_years
),

settings as (
    select * from staging.settings
),

limits as (
    select * from staging.quality_thresholds
),

years as (
    select
        district_years.fiscal_year,
        district_years.not_yet_assigned_amount,
        abs(district_years.not_yet_assigned_amount) as waiting,
        abs(district_years.assigned_amount + district_years.not_yet_assigned_amount) as amount,
    from district_years
)

select
    years.fiscal_year,
    'year' as subject,
    quality_verdict(
        coalesce(years.waiting > settings.not_yet_assigned_limit * years.amount, false),
        years.waiting > limits.l05.warn_share * years.amount
    ) as verdict,
    1 as checked,
    if(verdict is null, 0, 1) as failed,
    format('{} not yet assigned.', dollars_text(years.not_yet_assigned_amount)) as what,
from years
cross join settings
cross join limits
where years.amount <> 0
