/*
rule: L02
title: Some dollars that were read are neither assigned, nor not yet assigned, excluded, set aside or dropped.
severity: block
fix: This is a fault of the program, not of the files; keep the run's folder and report it.
acceptable: false
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
        'Fund {}, fiscal year {}, source {} ({}): {} of what was read are in none of them.',
        reconciliation.fund_code, reconciliation.fiscal_year, reconciliation.source_id,
        replace(reconciliation.amount_type, '_', ' '), exact_dollars_text(reconciliation.difference_amount)
    ) as what,
    reconciliation.source_id,
    reconciliation.amount_type,
    reconciliation.fiscal_year,
    reconciliation.fund_code,
from reconciliation
where reconciliation.difference_amount <> 0
