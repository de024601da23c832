/*
row: payroll beside the ledger's salaries, for one fund in a fiscal year
key: [fiscal_year, fund_code]
partition: fiscal_year
audience: analyst
description: >
  Payroll adds no dollars to the map; it only has to agree with the salaries of the ledger, so that weights taken from
  it can be trusted. Sums over all persons of a fund that the ledger has: a code that only payroll knows may be of one
  person, so it is counted by a check and named nowhere. No row when the district sends no payroll.
*/
with payroll as (
    select * from core.payroll
),

ledger_periods as (
    select * from marts.ledger_periods
),

paid as (
    select
        payroll.fiscal_year,
        coalesce(payroll.fund_code, 'none') as fund_code,
        sum(payroll.amount) as payroll_amount,
    from payroll
    -- The employer's part of benefits stands in the ledger under benefits.
    where payroll.pay_type <> 'benefit_employer'
    group by
        payroll.fiscal_year,
        coalesce(payroll.fund_code, 'none')
),

booked as (
    select
        ledger_periods.fiscal_year,
        ledger_periods.fund_code,
        sum(ledger_periods.amount) as ledger_amount,
    from ledger_periods
    where ledger_periods.object_group = '100'
        and ledger_periods.status <> 'excluded'
    group by
        ledger_periods.fiscal_year,
        ledger_periods.fund_code
)

select
    booked.fiscal_year,
    booked.fund_code,
    coalesce(paid.payroll_amount, 0)::decimal(18,2) as payroll_amount,
    booked.ledger_amount::decimal(18,2) as ledger_amount,
    (coalesce(paid.payroll_amount, 0) - booked.ledger_amount)::decimal(18,2) as difference_amount,
from booked
left join paid
    on paid.fiscal_year = booked.fiscal_year
    and paid.fund_code = booked.fund_code
where exists (select 1 from paid)
