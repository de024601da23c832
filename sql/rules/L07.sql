/*
row: transfers, and dollars of internal service funds, in the operating dollars of one fund and fiscal year
description: >
  An internal service fund is known by its name in the chart of accounts. Both are counted again where they arrive.
*/
with ledger_periods as (
    select * from marts.ledger_periods
),

account_codes as (
    select * from core.account_codes
),

limits as (
    select * from staging.quality_thresholds
),

internal_funds as (
    select account_codes.fiscal_year, account_codes.code as fund_code
    from account_codes
    where account_codes.segment = 'fund'
        and regexp_matches(lower(account_codes.code_name), 'internal service|self.?insurance')
),

funds as (
    select
        ledger_periods.fiscal_year,
        ledger_periods.fund_code,
        sum(ledger_periods.amount)::decimal(18,2) as amount,
        coalesce(
            sum(ledger_periods.amount) filter (
                where ledger_periods.object_group = '900' or internal_funds.fund_code is not null
            ),
            0
        )::decimal(18,2) as doubled_amount,
    from ledger_periods
    left join internal_funds
        on internal_funds.fiscal_year = ledger_periods.fiscal_year
        and internal_funds.fund_code = ledger_periods.fund_code
    where ledger_periods.status <> 'excluded'
    group by
        ledger_periods.fiscal_year,
        ledger_periods.fund_code
),

years as (
    select funds.*, sum(funds.amount) over (partition by funds.fiscal_year) as year_amount,
    from funds
)

select
    years.fiscal_year,
    'fund ' || years.fund_code as subject,
    quality_verdict(false, abs(years.doubled_amount) > limits.l07.warn_share * years.year_amount) as verdict,
    1 as checked,
    if(verdict is null, 0, 1) as failed,
    format('Fund {}: {}.', years.fund_code, dollars_text(years.doubled_amount)) as what,
from years
cross join limits
