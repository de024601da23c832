/*
row: dollars of one source, amount type, fund and fiscal year
description: >
  What checks.dollars_equation refuses, counted.
*/
with reconciliation as (
    select * from marts.reconciliation
)

select
    reconciliation.fiscal_year,
    reconciliation.source_id || ', ' || reconciliation.amount_type || ', fund ' || reconciliation.fund_code as subject,
    quality_verdict(reconciliation.difference_amount <> 0, false) as verdict,
    1 as checked,
    if(verdict is null, 0, 1) as failed,
    format('Fund {}: {}.', reconciliation.fund_code, exact_dollars_text(reconciliation.difference_amount)) as what,
from reconciliation
