/*
title: The year so far does not add up to what is published of the year in progress.
severity: block
fix: This is a fault of the program, not of the files; keep the run's folder and report it.
acceptable: false
key: [fiscal_year]
partition: none
description: >
  The comparison with earlier months spreads benefits on its own; for the year in progress it must come to the same
  dollars as the map.
*/
with year_to_date as (
    select * from release.year_to_date
),

spending as (
    select * from release.spending
),

fiscal_years as (
    select * from release.fiscal_years
),

progress as (
    select fiscal_years.fiscal_year
    from fiscal_years
    where fiscal_years.in_progress
    qualify row_number() over (order by fiscal_years.fiscal_year desc) = 1
),

compared as (
    select
        progress.fiscal_year,
        coalesce(
            (select sum(spending.amount) from spending where spending.fiscal_year = progress.fiscal_year), 0
        )::decimal(18,2) as map_amount,
        coalesce(
            (select sum(year_to_date.amount) from year_to_date where year_to_date.fiscal_year = progress.fiscal_year), 0
        )::decimal(18,2) as to_date_amount,
    from progress
)

select
    format(
        'Fiscal year {}: {} in the map, {} in the year so far.',
        compared.fiscal_year, exact_dollars_text(compared.map_amount), exact_dollars_text(compared.to_date_amount)
    ) as what,
    compared.fiscal_year,
from compared
where compared.map_amount <> compared.to_date_amount
