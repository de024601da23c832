/*
row: one control total of the district, or one fund and year without any
key: [fiscal_year, amount_type, fund_code]
partition: none
audience: analyst
answers: whether the ledger ties to the trial balance, fund by fund
description: >
  The totals that the district itself sends, from its trial balance, beside what was read from its ledger, all sources
  together. A control total without a fund is compared with all funds. What is compared with nothing is listed too.
*/
with control_totals as (
    select * from core.control_totals
),

read_totals as (
    select * from staging.read_totals
),

replaced_balances as (
    select * from core.replaced_balances
),

control_coverage as (
    select * from marts.control_coverage
),

ledger as (
    select
        read_totals.fiscal_year,
        read_totals.amount_type,
        read_totals.fund_code,
        read_totals.amount,
    from read_totals
    where brings_dollars(read_totals.extract)
        and read_totals.outcome in ('loaded', 'quarantined')
    union all
    select
        replaced_balances.fiscal_year,
        replaced_balances.amount_type,
        replaced_balances.fund_code,
        -replaced_balances.amount,
    from replaced_balances
)

select
    control_totals.fiscal_year,
    control_totals.amount_type,
    coalesce(control_totals.fund_code, 'all') as fund_code,
    control_totals.source_document,
    control_totals.amount::decimal(18,2) as control_amount,
    coalesce(sum(ledger.amount), 0)::decimal(18,2) as ledger_amount,
    (coalesce(sum(ledger.amount), 0) - control_totals.amount)::decimal(18,2) as difference_amount,
    'compared with ' || control_totals.source_document as note,
from control_totals
left join ledger
    on ledger.fiscal_year = control_totals.fiscal_year
    and ledger.amount_type = control_totals.amount_type
    and (control_totals.fund_code is null or ledger.fund_code = control_totals.fund_code)
group by
    control_totals.fiscal_year,
    control_totals.amount_type,
    control_totals.fund_code,
    control_totals.source_document,
    control_totals.amount

union all

select
    control_coverage.fiscal_year,
    control_coverage.amount_type,
    control_coverage.fund_code,
    null as source_document,
    null as control_amount,
    control_coverage.ledger_amount,
    null as difference_amount,
    'not compared: the district sent no control total for it' as note,
from control_coverage
where not control_coverage.has_control_total
