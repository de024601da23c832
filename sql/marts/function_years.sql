/*
row: one function in a fiscal year, on one of the two series
key: [fiscal_year, series, function_code]
partition: fiscal_year
audience: analyst
description: >
  Operating dollars by function, as coded and on the comparable series, in which a restated code stands where it stood
  before the restatement.
*/
with spending as (
    select * from marts.spending
),

standard_functions as (
    select * from staging.standard_functions
),

both_series as (
    select spending.fiscal_year, 'as coded' as series, spending.function_code, spending.amount
    from spending
    where spending.operating
    union all
    select spending.fiscal_year, 'comparable', spending.comparable_function_code, spending.amount
    from spending
    where spending.operating
)

select
    both_series.fiscal_year,
    both_series.series,
    both_series.function_code,
    coalesce(standard_functions.function_name, both_series.function_code) as function_name,
    sum(both_series.amount)::decimal(18,2) as amount,
from both_series
left join standard_functions
    on standard_functions.function_code = both_series.function_code
where both_series.function_code <> 'none'
group by
    both_series.fiscal_year,
    both_series.series,
    both_series.function_code,
    coalesce(standard_functions.function_name, both_series.function_code)
