/*
row: one source's dollars of an amount type, fiscal year and fund
key: [source_id, amount_type, fiscal_year, fund_code]
partition: none
audience: public
description: >
  Read = assigned + not yet assigned + excluded + quarantined + dropped, to the cent, and beside it the control total
  where the district sends one.
*/
with reconciliation as (
    select * from marts.reconciliation
)

select
    reconciliation.source_id,
    reconciliation.amount_type,
    reconciliation.fiscal_year,
    reconciliation.fund_code,
    reconciliation.fund_name,
    reconciliation.read_amount,
    reconciliation.assigned_amount,
    reconciliation.not_yet_assigned_amount,
    reconciliation.excluded_amount,
    reconciliation.quarantined_amount,
    reconciliation.dropped_amount,
    reconciliation.difference_amount,
    reconciliation.control_amount,
    reconciliation.control_difference_amount,
from reconciliation
