/*
row: one period between the first and the last of a fiscal year's ledger, or one year between the first and the last
description: >
  Of a ledger by line. Balances stand for all periods up to their own, so they are looked at by year only. Periods 0 and
  13 and later are told where they have dollars of the map.
*/
with ledger_lines as (
    select * from core.ledger_lines
),

settings as (
    select * from staging.settings
),

posted as (
    select
        ledger_lines.fiscal_year,
        ledger_lines.fiscal_period,
        sum(ledger_lines.amount)::decimal(18,2) as amount,
    from ledger_lines
    inner join settings
        on settings.amount_type = ledger_lines.amount_type
    where ledger_lines.extract = 'gl_transactions'
    group by
        ledger_lines.fiscal_year,
        ledger_lines.fiscal_period
),

spans as (
    select
        posted.fiscal_year,
        min(posted.fiscal_period) filter (where posted.fiscal_period between 1 and 12) as first_period,
        max(posted.fiscal_period) filter (where posted.fiscal_period between 1 and 12) as last_period,
    from posted
    group by posted.fiscal_year
),

years as (
    select distinct ledger_lines.fiscal_year
    from ledger_lines
    inner join settings
        on settings.amount_type = ledger_lines.amount_type
),

wanted_years as (
    select unnest(range(min(years.fiscal_year), max(years.fiscal_year) + 1)) as fiscal_year
    from years
)

select
    spans.fiscal_year,
    'period ' || wanted.period as subject,
    quality_verdict(posted.fiscal_period is null, false) as verdict,
    1 as checked,
    if(verdict is null, 0, 1) as failed,
    format('Fiscal year {} has no lines in period {}.', spans.fiscal_year, wanted.period) as what,
from spans
cross join lateral (select unnest(range(spans.first_period, spans.last_period + 1)) as period) as wanted
left join posted
    on posted.fiscal_year = spans.fiscal_year
    and posted.fiscal_period = wanted.period

union all

select
    wanted_years.fiscal_year,
    'year',
    quality_verdict(years.fiscal_year is null, false),
    1,
    if(years.fiscal_year is null, 1, 0),
    format('There is no ledger of fiscal year {}.', wanted_years.fiscal_year),
from wanted_years
left join years
    on years.fiscal_year = wanted_years.fiscal_year

union all

select
    posted.fiscal_year,
    'period ' || posted.fiscal_period,
    quality_verdict(false, posted.amount <> 0),
    1,
    if(posted.amount <> 0, 1, 0),
    format('Fiscal year {}, period {}: {}.', posted.fiscal_year, posted.fiscal_period, dollars_text(posted.amount)),
from posted
where posted.fiscal_period not between 1 and 12
