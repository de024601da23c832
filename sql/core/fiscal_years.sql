/*
row: one fiscal year with ledger dollars of the kind that the map is of
key: [fiscal_year]
partition: fiscal_year
audience: analyst
answers: which year is complete and which is in progress
description: >
  How far each year's ledger has come. A year whose last posted period is before the twelfth is still in progress: it
  is compared with the same periods of earlier years, never with a whole year. A map of a budget is of whole years,
  whatever the period under which the budget was booked.
*/
with ledger_lines as (
    select * from core.ledger_lines
),

gl_transactions as (
    select * from staging.gl_transactions
),

gl_balances as (
    select * from staging.gl_balances
),

settings as (
    select * from staging.settings
),

dates as (
    select gl_transactions.fiscal_year, gl_transactions.amount_type, gl_transactions.posting_date as day
    from gl_transactions
    union all
    select gl_balances.fiscal_year, gl_balances.amount_type, gl_balances.as_of_date
    from gl_balances
),

as_of as (
    select dates.fiscal_year, max(dates.day) as ledger_as_of
    from dates
    inner join settings
        on settings.amount_type = dates.amount_type
    group by dates.fiscal_year
),

periods as (
    select
        ledger_lines.fiscal_year,
        if(is_budget(settings.amount_type), 12, max(ledger_lines.fiscal_period))::integer as last_period,
        bool_and(ledger_lines.extract = 'gl_transactions') as has_periods,
    from ledger_lines
    inner join settings
        on settings.amount_type = ledger_lines.amount_type
    group by ledger_lines.fiscal_year, settings.amount_type
)

select
    periods.fiscal_year,
    periods.last_period,
    periods.last_period < 12 as in_progress,
    -- Balances hold the year so far: they cannot say what an earlier month was.
    periods.has_periods,
    as_of.ledger_as_of,
from periods
left join as_of
    on as_of.fiscal_year = periods.fiscal_year
