/*
rule: L05
title: More dollars are not yet assigned than the district allows.
severity: block
fix: Add rules for their codes to coding/purpose.csv, or raise tolerances.not_yet_assigned_share in district.yaml.
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
),

new_codes as (
    select * from marts.new_codes
),

largest as (
    select
        new_codes.fiscal_year,
        new_codes.label,
        new_codes.amount,
        row_number() over (
            partition by new_codes.fiscal_year
            order by abs(new_codes.amount) desc, new_codes.label, new_codes.source_id
        ) as place,
    from new_codes
)

select
    format(
        'Fiscal year {}: {} not yet assigned, {:.2f}% of the year; the limit is {:.2f}%.{}',
        district_years.fiscal_year,
        exact_dollars_text(district_years.not_yet_assigned_amount),
        100 * district_years.not_yet_assigned_amount
            / (district_years.assigned_amount + district_years.not_yet_assigned_amount),
        100 * settings.not_yet_assigned_limit,
        coalesce(format(' The largest part is {} with {}.', largest.label, exact_dollars_text(largest.amount)), '')
    ) as what,
    district_years.fiscal_year,
from district_years
cross join settings
left join largest
    on largest.fiscal_year = district_years.fiscal_year
    and largest.place = 1
where settings.not_yet_assigned_limit is not null
    and abs(district_years.not_yet_assigned_amount)
    > settings.not_yet_assigned_limit
    * abs(district_years.assigned_amount + district_years.not_yet_assigned_amount)
