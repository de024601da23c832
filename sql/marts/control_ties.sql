/*
row: one control total of the district, or one fund and year without any
key: [fiscal_year, amount_type, fund_code]
partition: none
audience: analyst
answers: whether the ledger ties to the district's own totals, fund by fund
description: >
  The totals that the district itself sends, mostly from its trial balance, beside what was read from its ledger, all sources
  together. A control total without a fund is compared with all funds. What is compared with nothing is listed too.
*/
with control_totals as (
    select * from core.control_totals
),

ledger_totals as (
    select * from core.ledger_totals
),

control_coverage as (
    select * from marts.control_coverage
)

select
    control_totals.fiscal_year,
    control_totals.amount_type,
    coalesce(control_totals.fund_code, 'all') as fund_code,
    control_totals.source_document,
    control_totals.amount::decimal(18,2) as control_amount,
    coalesce(sum(ledger_totals.amount), 0)::decimal(18,2) as ledger_amount,
    (coalesce(sum(ledger_totals.amount), 0) - control_totals.amount)::decimal(18,2) as difference_amount,
    'compared with ' || control_totals.source_document as note,
from control_totals
left join ledger_totals
    on ledger_totals.fiscal_year = control_totals.fiscal_year
    and ledger_totals.amount_type = control_totals.amount_type
    and (control_totals.fund_code is null or ledger_totals.fund_code = control_totals.fund_code)
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
