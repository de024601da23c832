/*
title: Every dollar that was read is assigned, not yet assigned, excluded, set aside or dropped.
severity: block
fix: This is a fault of the program, not of the files; keep the run's folder and report it.
key: [source_id, amount_type, fiscal_year, fund_code]
partition: none
description: >
  Read and coded dollars come from two counts that do not know of each other; they agree to the cent.
*/
with reconciliation as (
    select * from marts.reconciliation
)

select
    format(
        'Source {}, {}, fiscal year {}, fund {}: {} dollars of what was read are in no outcome.',
        reconciliation.source_id, reconciliation.amount_type, reconciliation.fiscal_year, reconciliation.fund_code,
        reconciliation.difference_amount::varchar
    ) as what,
    reconciliation.source_id,
    reconciliation.amount_type,
    reconciliation.fiscal_year,
    reconciliation.fund_code,
from reconciliation
where reconciliation.difference_amount <> 0
