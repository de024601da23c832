/*
title: The quality page and the published spending do not agree on what is assigned.
severity: block
fix: This is a fault of the program, not of the files; keep the run's folder and report it.
acceptable: false
key: [fiscal_year, fund_code, purpose_known]
partition: none
description: >
  Assigned and not yet assigned dollars of each fund, as they are reconciled with the files and as they are published.
  Benefits stay within their fund, so that the funds agree one by one, and with them the years.
*/
with reconciliation as (
    select * from release.reconciliation
),

spending as (
    select * from release.spending
),

reconciled as (
    select
        reconciliation.fiscal_year,
        reconciliation.fund_code,
        statuses.purpose_known,
        statuses.amount,
    from reconciliation
    cross join lateral (
        values (true, reconciliation.assigned_amount), (false, reconciliation.not_yet_assigned_amount)
    ) as statuses(purpose_known, amount)
),

both_sides as (
    select reconciled.*, 0 as published_amount from reconciled
    union all
    select
        spending.fiscal_year,
        spending.fund_code,
        spending.purpose_id <> 'not_yet_assigned',
        0,
        spending.amount,
    from spending
),

compared as (
    select
        both_sides.fiscal_year,
        both_sides.fund_code,
        both_sides.purpose_known,
        sum(both_sides.amount)::decimal(18,2) as reconciled_amount,
        sum(both_sides.published_amount)::decimal(18,2) as published_amount,
    from both_sides
    group by
        both_sides.fiscal_year,
        both_sides.fund_code,
        both_sides.purpose_known
)

select
    format(
        'Fund {}, fiscal year {}: {} {} on the quality page, {} in the published spending.',
        compared.fund_code, compared.fiscal_year, exact_dollars_text(compared.reconciled_amount),
        if(compared.purpose_known, 'assigned', 'not yet assigned'), exact_dollars_text(compared.published_amount)
    ) as what,
    compared.fiscal_year,
    compared.fund_code,
    compared.purpose_known,
from compared
where compared.reconciled_amount <> compared.published_amount
