/*
row: one function in a fiscal year beside the year before, on one of the two series
key: [fiscal_year, series, function_code]
partition: fiscal_year
lookback: 1
audience: analyst
description: >
  What moved since last year. A function that grew only because codes were changed moves on the series as coded and
  stays on the comparable one, so findings use the comparable one. A year in progress is beside no whole year.
*/
with function_years as (
    select * from marts.function_years
),

fiscal_years as (
    select * from core.fiscal_years
),

-- The newest year that this step sees is its own; in the first year there is none before it and no row.
newest as (
    select max(function_years.fiscal_year) as fiscal_year
    from function_years
),

this_year as (
    select function_years.*
    from function_years
    inner join newest
        on newest.fiscal_year = function_years.fiscal_year
),

year_before as (
    select function_years.*
    from function_years
    inner join newest
        on newest.fiscal_year = function_years.fiscal_year + 1
),

names as (
    select this_year.series, this_year.function_code from this_year
    union
    select year_before.series, year_before.function_code from year_before
)

select
    newest.fiscal_year,
    names.series,
    names.function_code,
    coalesce(this_year.function_name, year_before.function_name) as function_name,
    coalesce(this_year.amount, 0)::decimal(18,2) as amount,
    coalesce(year_before.amount, 0)::decimal(18,2) as previous_amount,
    (coalesce(this_year.amount, 0) - coalesce(year_before.amount, 0))::decimal(18,2) as change_amount,
    round(
        (coalesce(this_year.amount, 0) - coalesce(year_before.amount, 0)) / nullif(year_before.amount, 0), 6
    )::decimal(18,6) as change_share,
from names
cross join newest
left join this_year
    on this_year.series = names.series
    and this_year.function_code = names.function_code
left join year_before
    on year_before.series = names.series
    and year_before.function_code = names.function_code
where exists (select 1 from year_before)
    and not exists (select 1 from fiscal_years where fiscal_years.in_progress)
