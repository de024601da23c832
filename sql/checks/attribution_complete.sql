/*
title: Some dollars were lost or doubled on their way to schools.
severity: block
fix: This is a fault of the program, not of the files; keep the run's folder and report it.
acceptable: false
key: [fiscal_year]
partition: none
description: >
  Compares the coded ledger itself with what reached sites, past every table between them.
*/
with coded_lines as (
    select * from core.coded_lines
),

attribution_totals as (
    select * from marts.attribution_totals
),

coded as (
    select coded_lines.fiscal_year, sum(coded_lines.amount) as coded_amount
    from coded_lines
    where coded_lines.status in ('assigned', 'not_yet_assigned')
    group by coded_lines.fiscal_year
),

attributed as (
    select attribution_totals.fiscal_year, sum(attribution_totals.amount) as attributed_amount
    from attribution_totals
    group by attribution_totals.fiscal_year
),

compared as (
    select
        coalesce(coded.fiscal_year, attributed.fiscal_year) as fiscal_year,
        coalesce(coded.coded_amount, 0)::decimal(18,2) as coded_amount,
        coalesce(attributed.attributed_amount, 0)::decimal(18,2) as attributed_amount,
    from coded
    full join attributed
        on attributed.fiscal_year = coded.fiscal_year
)

select
    format(
        'Fiscal year {}: {} assigned or not yet assigned, {} attributed or not attributed.',
        compared.fiscal_year, exact_dollars_text(compared.coded_amount), exact_dollars_text(compared.attributed_amount)
    ) as what,
    compared.fiscal_year,
from compared
where compared.coded_amount <> compared.attributed_amount
