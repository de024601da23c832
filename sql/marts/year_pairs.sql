/*
row: a fiscal year that can be laid beside the one before it
key: [fiscal_year]
partition: none
audience: analyst
description: >
  The year before is of the files; that of the first year is of the newest published edition that ends with it. Where
  one of the two lacks its last periods, both are compared through the last that both have. Balances hold the year so
  far, so that only those of the same period can stand beside each other.
*/
with fiscal_years as (
    select * from core.fiscal_years
),

earlier_edition as (
    select * from staging.earlier_edition
),

years_before as (
    select
        fiscal_years.fiscal_year,
        fiscal_years.last_period,
        fiscal_years.in_progress,
        fiscal_years.has_periods,
        null as edition_words,
    from fiscal_years
    union all
    select
        earlier_edition.fiscal_year,
        earlier_edition.last_period,
        earlier_edition.in_progress,
        earlier_edition.has_periods,
        earlier_edition.edition_words,
    from earlier_edition
    where earlier_edition.not_compared_because is null
)

select
    fiscal_years.fiscal_year,
    if(
        fiscal_years.in_progress or years_before.in_progress,
        least(fiscal_years.last_period, years_before.last_period),
        null
    ) as through_period,
    years_before.edition_words,
from fiscal_years
inner join years_before
    on years_before.fiscal_year + 1 = fiscal_years.fiscal_year
where not (fiscal_years.in_progress or years_before.in_progress)
    or (fiscal_years.has_periods and years_before.has_periods)
    or fiscal_years.last_period = years_before.last_period
