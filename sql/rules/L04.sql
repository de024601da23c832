/*
row: the spending of one function in one fund and fiscal year
description: >
  Of lines that stand in the map. Credits are usual; a function that is negative in sum is not.
*/
with ledger_periods as (
    select * from marts.ledger_periods
),

limits as (
    select * from staging.quality_thresholds
),

functions as (
    select
        ledger_periods.fiscal_year,
        ledger_periods.fund_code,
        ledger_periods.function_code,
        sum(ledger_periods.amount)::decimal(18,2) as amount,
    from ledger_periods
    where ledger_periods.status <> 'excluded'
    group by
        ledger_periods.fiscal_year,
        ledger_periods.fund_code,
        ledger_periods.function_code
),

funds as (
    select
        functions.*,
        sum(abs(functions.amount)) over (partition by functions.fiscal_year, functions.fund_code) as fund_amount,
    from functions
)

select
    funds.fiscal_year,
    'fund ' || funds.fund_code || ', function ' || funds.function_code as subject,
    quality_verdict(
        funds.amount < 0 and -funds.amount > limits.l04.block_share * funds.fund_amount,
        funds.amount < 0
    ) as verdict,
    1 as checked,
    if(verdict is null, 0, 1) as failed,
    format('Fund {}, function {}: {}.', funds.fund_code, funds.function_code, exact_dollars_text(funds.amount)) as what,
from funds
cross join limits
