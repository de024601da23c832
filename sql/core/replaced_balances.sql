/*
row: balances or budget lines of one fund that later ones stand in for, in a fiscal year
key: [fiscal_year, amount_type, fund_code]
partition: fiscal_year
audience: analyst
description: >
  Balances of earlier months that are still in the files: the map and its control totals go without their dollars.
*/
with ledger_lines as (
    select * from core.ledger_lines
)

select
    ledger_lines.fiscal_year,
    ledger_lines.amount_type,
    ledger_lines.fund_code,
    count(*)::bigint as lines,
    sum(ledger_lines.amount)::decimal(18,2) as amount,
from ledger_lines
where ledger_lines.is_replaced
group by
    ledger_lines.fiscal_year,
    ledger_lines.amount_type,
    ledger_lines.fund_code
