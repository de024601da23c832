/*
row: salaries and benefits of one fund in a fiscal year
description: >
  As booked, before benefits are followed to the salaries that they belong to. A fund with little of the pay, and a
  ledger that has no benefits at all, are only told.
*/
with ledger_periods as (
    select * from marts.ledger_periods
),

limits as (
    select * from staging.quality_thresholds
),

funds as (
    select
        ledger_periods.fiscal_year,
        ledger_periods.fund_code,
        coalesce(sum(ledger_periods.amount) filter (where ledger_periods.object_group = '100'), 0)::decimal(18,2) as salaries,
        coalesce(sum(ledger_periods.amount) filter (where ledger_periods.object_group = '200'), 0)::decimal(18,2) as benefits,
    from ledger_periods
    where ledger_periods.status <> 'excluded'
    group by
        ledger_periods.fiscal_year,
        ledger_periods.fund_code
),

compared as (
    select
        funds.*,
        sum(greatest(funds.salaries, 0)) over (partition by funds.fiscal_year) as all_salaries,
        sum(abs(funds.benefits)) over (partition by funds.fiscal_year) as all_benefits,
    from funds
)

select
    compared.fiscal_year,
    'fund ' || compared.fund_code as subject,
    quality_verdict(
        compared.all_benefits > 0
        and compared.salaries * 10 >= compared.all_salaries
        and (
            compared.benefits < limits.l08.block_low * compared.salaries
            or compared.benefits > limits.l08.block_high * compared.salaries
        ),
        compared.benefits < limits.l08.warn_low * compared.salaries
        or compared.benefits > limits.l08.warn_high * compared.salaries
    ) as verdict,
    1 as checked,
    if(verdict is null, 0, 1) as failed,
    format(
        'Fund {}: salaries {}, benefits {}.',
        compared.fund_code, dollars_text(compared.salaries), dollars_text(compared.benefits)
    ) as what,
from compared
cross join limits
where compared.salaries >= limits.l08.least_salaries
