/*
title: Dollars that are not yet assigned stay within the district's limit.
severity: block
fix: Add rules for the codes under "new codes" to coding/purpose.csv, or raise tolerances.not_yet_assigned_share in district.yaml.
key: [fiscal_year]
partition: none
description: >
  Below the limit a named bucket shows the amount; above it a map would leave too much unsaid to be published. A
  district may set no limit.
*/
with district_years as (
    select * from marts.district_years
),

settings as (
    select * from staging.settings
)

select
    format(
        'Fiscal year {}: {} dollars are not yet assigned, {:.2f}% of the year; the limit is {:.2f}%.',
        district_years.fiscal_year,
        district_years.not_yet_assigned_amount::varchar,
        100 * district_years.not_yet_assigned_amount
            / (district_years.assigned_amount + district_years.not_yet_assigned_amount),
        100 * settings.not_yet_assigned_limit
    ) as what,
    district_years.fiscal_year,
from district_years
cross join settings
where settings.not_yet_assigned_limit is not null
    and abs(district_years.not_yet_assigned_amount)
    > settings.not_yet_assigned_limit
    * abs(district_years.assigned_amount + district_years.not_yet_assigned_amount)
