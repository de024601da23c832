/*
row: what the files of the ledger come to in one fund of a fiscal year, as they were read
key: [fiscal_year, amount_type, fund_code]
partition: none
audience: analyst
description: >
  What a trial balance is compared with: rows that were loaded or set aside, of all sources together, counted when the
  files were staged. Balances of earlier months, and budgets that were revised since, are still in the files and go
  without their dollars. Rows set aside of which no year can be told have none here.
*/
with read_totals as (
    select * from staging.read_totals
),

ledger_lines as (
    select * from core.ledger_lines
),

amounts as (
    select read_totals.fiscal_year, read_totals.amount_type, read_totals.fund_code, read_totals.amount
    from read_totals
    where brings_dollars(read_totals.extract)
        and read_totals.outcome in ('loaded', 'quarantined')
        and read_totals.fiscal_year is not null
    union all
    select ledger_lines.fiscal_year, ledger_lines.amount_type, ledger_lines.fund_code, -ledger_lines.amount
    from ledger_lines
    where ledger_lines.is_replaced
)

select
    amounts.fiscal_year,
    amounts.amount_type,
    coalesce(amounts.fund_code, 'none') as fund_code,
    sum(amounts.amount)::decimal(18,2) as amount,
from amounts
group by
    amounts.fiscal_year,
    amounts.amount_type,
    coalesce(amounts.fund_code, 'none')
