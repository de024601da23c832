/*
title: Payroll names no fund that the ledger's salaries lack.
severity: warn
fix: Compare the funds of the payroll file with the ledger's; the rows are in the store, where an analyst may look.
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
    format('Fiscal year {}: payroll rows of such funds: {}.', unknown.fiscal_year, count(*)) as what,
    unknown.fiscal_year,
from unknown
group by unknown.fiscal_year
