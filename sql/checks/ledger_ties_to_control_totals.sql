/*
title: The ledger ties to the district's own control totals.
severity: block
fix: Ask finance for a ledger and a trial balance of the same moment; if a fund is left out on purpose, take it out of the control totals.
key: [fiscal_year, amount_type, fund_code]
partition: none
description: >
  A ledger that is a cent off its trial balance is another ledger. Compared are all rows that were read, also those
  that the map excludes.
*/
with control_ties as (
    select * from marts.control_ties
)

select
    format(
        'Fiscal year {}, {}, {}: the ledger has {}, {} says {}, a difference of {}.',
        control_ties.fiscal_year, control_ties.amount_type,
        if(control_ties.fund_code = 'all', 'all funds', 'fund ' || control_ties.fund_code),
        control_ties.ledger_amount::varchar, control_ties.source_document,
        control_ties.control_amount::varchar, control_ties.difference_amount::varchar
    ) as what,
    control_ties.fiscal_year,
    control_ties.amount_type,
    control_ties.fund_code,
from control_ties
where control_ties.difference_amount <> 0
