/*
title: The published spending is not all that is assigned and not yet assigned.
severity: block
fix: This is a fault of the program, not of the files; keep the run's folder and report it.
acceptable: false
key: [fiscal_year]
partition: none
description: >
  The last table before a reader beside the coded ledger, so that nothing was lost or doubled on the way between.
*/
with coded_lines as (
    select * from core.coded_lines
),

spending as (
    select * from release.spending
),

coded as (
    select coded_lines.fiscal_year, sum(coded_lines.amount) as coded_amount
    from coded_lines
    where coded_lines.status in ('assigned', 'not_yet_assigned')
    group by coded_lines.fiscal_year
),

published as (
    select spending.fiscal_year, sum(spending.amount) as published_amount
    from spending
    group by spending.fiscal_year
),

compared as (
    select
        coalesce(coded.fiscal_year, published.fiscal_year) as fiscal_year,
        coalesce(coded.coded_amount, 0)::decimal(18,2) as coded_amount,
        coalesce(published.published_amount, 0)::decimal(18,2) as published_amount,
    from coded
    full join published
        on published.fiscal_year = coded.fiscal_year
)

select
    format(
        'Fiscal year {}: {} assigned or not yet assigned, {} published.',
        compared.fiscal_year, exact_dollars_text(compared.coded_amount), exact_dollars_text(compared.published_amount)
    ) as what,
    compared.fiscal_year,
from compared
where compared.coded_amount <> compared.published_amount
