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

earlier_periods as (
    select * from staging.earlier_periods
),

year_pairs as (
    select * from marts.year_pairs
),

limits as (
    select * from staging.quality_thresholds
),

periods as (
    select ledger_periods.fiscal_year, ledger_periods.fiscal_period, ledger_periods.lines
    from ledger_periods
    union all
    select earlier_periods.fiscal_year, earlier_periods.fiscal_period, earlier_periods.lines
    from earlier_periods
),

last_periods as (
    select
        fiscal_years.fiscal_year,
        fiscal_years.last_period,
        year_pairs.edition_words,
        sum(if(periods.fiscal_year = fiscal_years.fiscal_year, periods.lines, 0))::bigint as rows_now,
        sum(if(periods.fiscal_year < fiscal_years.fiscal_year, periods.lines, 0))::bigint as rows_before,
    from fiscal_years
    inner join year_pairs
        on year_pairs.fiscal_year = fiscal_years.fiscal_year
        and year_pairs.through_period = fiscal_years.last_period
    inner join periods
        on periods.fiscal_year in (fiscal_years.fiscal_year, fiscal_years.fiscal_year - 1)
        and periods.fiscal_period = fiscal_years.last_period
    where fiscal_years.in_progress
    group by
        fiscal_years.fiscal_year,
        fiscal_years.last_period,
        year_pairs.edition_words
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
        'Rows of period {} of fiscal year {}: {:,}; in the year before {:,}{}.',
        last_periods.last_period,
        last_periods.fiscal_year,
        last_periods.rows_now,
        last_periods.rows_before,
        coalesce(' (' || last_periods.edition_words || ')', '')
    ),
from last_periods
cross join limits
