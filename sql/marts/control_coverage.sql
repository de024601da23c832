/*
row: one fund of the ledger in a fiscal year, of the amount type that the map is of
key: [fiscal_year, fund_code]
partition: none
audience: analyst
answers: which funds of the ledger have a total to tie to
description: >
  Whether the district sends a total that a fund's ledger can be compared with, so that no page says of a fund that it
  ties when nobody looked. A control total without a fund is of all funds of its year.
*/
with read_totals as (
    select * from staging.read_totals
),

control_totals as (
    select * from core.control_totals
),

replaced_balances as (
    select * from core.replaced_balances
),

settings as (
    select * from staging.settings
),

ledger as (
    select read_totals.fiscal_year, read_totals.amount_type, read_totals.fund_code, read_totals.amount
    from read_totals
    where brings_dollars(read_totals.extract)
        and read_totals.outcome in ('loaded', 'quarantined')
        and read_totals.fiscal_year is not null
    union all
    select
        replaced_balances.fiscal_year,
        replaced_balances.amount_type,
        replaced_balances.fund_code,
        -replaced_balances.amount,
    from replaced_balances
),

funds as (
    select
        ledger.fiscal_year,
        ledger.amount_type,
        coalesce(ledger.fund_code, 'none') as fund_code,
        sum(ledger.amount)::decimal(18,2) as ledger_amount,
    from ledger
    inner join settings
        on settings.amount_type = ledger.amount_type
    group by
        ledger.fiscal_year,
        ledger.amount_type,
        coalesce(ledger.fund_code, 'none')
)

select
    funds.fiscal_year,
    funds.amount_type,
    funds.fund_code,
    funds.ledger_amount,
    exists (
        select 1 from control_totals
        where control_totals.fiscal_year = funds.fiscal_year
            and control_totals.amount_type = funds.amount_type
            and coalesce(control_totals.fund_code, funds.fund_code) = funds.fund_code
    ) as has_control_total,
from funds
