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
with ledger_totals as (
    select * from core.ledger_totals
),

control_totals as (
    select * from core.control_totals
),

settings as (
    select * from staging.settings
)

select
    ledger_totals.fiscal_year,
    ledger_totals.amount_type,
    ledger_totals.fund_code,
    ledger_totals.amount as ledger_amount,
    exists (
        select 1 from control_totals
        where control_totals.fiscal_year = ledger_totals.fiscal_year
            and control_totals.amount_type = ledger_totals.amount_type
            and coalesce(control_totals.fund_code, ledger_totals.fund_code) = ledger_totals.fund_code
    ) as has_control_total,
from ledger_totals
inner join settings
    on settings.amount_type = ledger_totals.amount_type
