/*
title: Payroll and the ledger's salaries are more than 1 percent apart.
severity: warn
fix: Ask finance whether the payroll file is of the whole year, and whether salaries were moved by journal.
key: [fiscal_year, fund_code]
partition: none
description: >
  Payroll adds no dollars, but people follow it to their sites: one that is off moves them wrongly.
*/
with payroll_ties as (
    select * from marts.payroll_ties
)

select
    format(
        'Fund {}, fiscal year {}: payroll has {}, the ledger''s salaries {}.',
        payroll_ties.fund_code, payroll_ties.fiscal_year,
        exact_dollars_text(payroll_ties.payroll_amount), exact_dollars_text(payroll_ties.ledger_amount)
    ) as what,
    payroll_ties.fiscal_year,
    payroll_ties.fund_code,
from payroll_ties
where abs(payroll_ties.difference_amount) * 100 > abs(payroll_ties.ledger_amount)
