/*
row: the last posting date of the ledger in a fiscal year, and the last period of a year in progress
description: >
  A ledger that was cut at the end of a line has a last period of a few rows, as one that was sent before its month was
  closed.
  Measured at the end of the month of the last posting, since a clock would make the same files another map. How old a
  file is, `status` tells.
*/
with fiscal_years as (
    select * from core.fiscal_years
),

ledger_periods as (
    select * from marts.ledger_periods
),

limits as (
    select * from staging.quality_thresholds
),

last_periods as (
    select
        fiscal_years.fiscal_year,
        fiscal_years.last_period,
        sum(if(ledger_periods.fiscal_year = fiscal_years.fiscal_year, ledger_periods.lines, 0))::bigint as rows_now,
        sum(if(ledger_periods.fiscal_year < fiscal_years.fiscal_year, ledger_periods.lines, 0))::bigint as rows_before,
    from fiscal_years
    inner join ledger_periods
        on ledger_periods.fiscal_year in (fiscal_years.fiscal_year, fiscal_years.fiscal_year - 1)
        and ledger_periods.fiscal_period = fiscal_years.last_period
    where fiscal_years.in_progress
    group by
        fiscal_years.fiscal_year,
        fiscal_years.last_period
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

union all

select
    last_periods.fiscal_year,
    'last period',
    quality_verdict(false, last_periods.rows_now < limits.f17.last_period_below * last_periods.rows_before),
    1,
    if(last_periods.rows_now < limits.f17.last_period_below * last_periods.rows_before, 1, 0),
    format(
        'Rows of period {} of fiscal year {}: {:,}; in the year before {:,}.',
        last_periods.last_period,
        last_periods.fiscal_year,
        last_periods.rows_now,
        last_periods.rows_before
    ),
from last_periods
cross join limits
