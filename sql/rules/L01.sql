/*
row: one control total that the ledger is compared with
description: >
  What checks.ledger_ties_to_control_totals refuses, counted.
*/
with control_ties as (
    select * from marts.control_ties
)

select
    control_ties.fiscal_year,
    control_ties.amount_type || ', fund ' || control_ties.fund_code as subject,
    quality_verdict(control_ties.difference_amount <> 0, false) as verdict,
    1 as checked,
    if(verdict is null, 0, 1) as failed,
    format('Fund {}: {} apart.', control_ties.fund_code, exact_dollars_text(abs(control_ties.difference_amount))) as what,
from control_ties
where control_ties.control_amount is not null
