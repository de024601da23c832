/*
row: a file of balances or of the budget that a later one stands in for, in a fiscal year
key: [fiscal_year, source_id, source_file_key, amount_type]
partition: fiscal_year
audience: analyst
description: >
  The files of earlier months that are still there: the map and its control totals go without their dollars.
*/
with ledger_lines as (
    select * from core.ledger_lines
)

select
    ledger_lines.fiscal_year,
    ledger_lines.source_id,
    ledger_lines.source_file_key,
    ledger_lines.amount_type,
    count(*)::bigint as lines,
    sum(ledger_lines.amount)::decimal(18,2) as amount,
from ledger_lines
where ledger_lines.is_replaced
group by
    ledger_lines.fiscal_year,
    ledger_lines.source_id,
    ledger_lines.source_file_key,
    ledger_lines.amount_type
