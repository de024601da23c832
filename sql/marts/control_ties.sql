/*
row: one control total of the district
key: [fiscal_year, amount_type, fund_code]
partition: none
audience: analyst
description: >
  The totals that the district itself sends, from its trial balance, beside what was read from its ledger, all sources
  together. A control total without a fund is compared with all funds.
*/
with control_totals as (
    select * from staging.control_totals
),

read_totals as (
    select * from staging.read_totals
),

ledger as (
    select
        read_totals.fiscal_year,
        read_totals.amount_type,
        read_totals.fund_code,
        read_totals.amount,
    from read_totals
    where read_totals.extract in ('gl_transactions', 'gl_balances')
        and read_totals.outcome in ('loaded', 'quarantined')
),

controls as (
    select
        control_totals.fiscal_year,
        control_totals.amount_type,
        control_totals.fund_code,
        sum(control_totals.amount) as control_amount,
        min(control_totals.source_document) as source_document,
    from control_totals
    group by
        control_totals.fiscal_year,
        control_totals.amount_type,
        control_totals.fund_code
)

select
    controls.fiscal_year,
    controls.amount_type,
    coalesce(controls.fund_code, 'all') as fund_code,
    controls.source_document,
    controls.control_amount::decimal(18,2) as control_amount,
    coalesce(sum(ledger.amount), 0)::decimal(18,2) as ledger_amount,
    (coalesce(sum(ledger.amount), 0) - controls.control_amount)::decimal(18,2) as difference_amount,
from controls
left join ledger
    on ledger.fiscal_year = controls.fiscal_year
    and ledger.amount_type = controls.amount_type
    and (controls.fund_code is null or ledger.fund_code = controls.fund_code)
group by
    controls.fiscal_year,
    controls.amount_type,
    controls.fund_code,
    controls.source_document,
    controls.control_amount
