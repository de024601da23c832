/*
title: Payroll names funds in which the ledger has no salaries.
severity: warn
fix: Compare the funds of the payroll file with those of the ledger; pay of the wrong fund follows nobody to a school.
key: [fiscal_year]
partition: fiscal_year
description: >
  Pay from a fund that the ledger does not know weighs nothing. The message counts rows: a code that only payroll has
  may be of one person.
*/
with payroll as (
    select * from core.payroll
),

coded_amounts as (
    select * from marts.coded_amounts
),

unknown as (
    select payroll.fiscal_year
    from payroll
    anti join coded_amounts
        on coded_amounts.fiscal_year = payroll.fiscal_year
        and coded_amounts.fund_code = coalesce(payroll.fund_code, 'none')
        and coded_amounts.object_group = '100'
        and coded_amounts.status <> 'excluded'
    where payroll.pay_type <> 'benefit_employer'
)

select
    format('Fiscal year {}: rows of payroll in such funds: {:,}.', unknown.fiscal_year, count(*)) as what,
    unknown.fiscal_year,
from unknown
group by unknown.fiscal_year
