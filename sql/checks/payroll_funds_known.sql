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

ledger_periods as (
    select * from marts.ledger_periods
),

unknown as (
    select payroll.fiscal_year
    from payroll
    anti join ledger_periods
        on ledger_periods.fiscal_year = payroll.fiscal_year
        and ledger_periods.fund_code = coalesce(payroll.fund_code, 'none')
        and ledger_periods.object_group = '100'
        and ledger_periods.status <> 'excluded'
    where payroll.pay_type <> 'benefit_employer'
)

select
    format('Fiscal year {}: rows of payroll in such funds: {:,}.', unknown.fiscal_year, count(*)) as what,
    unknown.fiscal_year,
from unknown
group by unknown.fiscal_year
