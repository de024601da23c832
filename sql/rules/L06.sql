/*
row: the kinds of amounts in the ledger of a fiscal year
description: >
  A ledger that has no line of the map's kind of amount in any year, or where two kinds have the same dollars in each fund.
*/
with ledger_periods as (
    select * from marts.ledger_periods
),

settings as (
    select * from staging.settings
),

fund_sums as (
    select
        ledger_periods.fiscal_year,
        ledger_periods.amount_type,
        ledger_periods.fund_code,
        sum(ledger_periods.amount)::decimal(18,2) as amount,
    from ledger_periods
    group by
        ledger_periods.fiscal_year,
        ledger_periods.amount_type,
        ledger_periods.fund_code
),

pairs as (
    select
        own.fiscal_year,
        other.amount_type,
        count(*) as funds,
        count(*) filter (where own.amount = other.amount) as same_funds,
    from fund_sums as own
    inner join settings
        on settings.amount_type = own.amount_type
    inner join fund_sums as other
        on other.fiscal_year = own.fiscal_year
        and other.fund_code = own.fund_code
        and other.amount_type <> own.amount_type
        -- Budgets are often adopted as they were proposed; spending is never exactly what was budgeted.
        and 'actual' in (own.amount_type, other.amount_type)
    where own.amount <> 0
    group by
        own.fiscal_year,
        other.amount_type
),

years as (
    select
        fund_sums.fiscal_year,
        -- One year of several may come as a budget alone.
        (
            select bool_or(other_years.amount_type = settings.amount_type)
            from fund_sums as other_years
            cross join settings
        ) as has_own,
    from fund_sums
    group by fund_sums.fiscal_year
)

select
    years.fiscal_year,
    'kinds of amounts' as subject,
    quality_verdict(not years.has_own or same.fiscal_year is not null, false) as verdict,
    1 as checked,
    if(verdict is null, 0, 1) as failed,
    if(
        years.has_own,
        format('Amounts called {} are those of the map, fund by fund.', same.amount_type),
        'No year has amounts of the kind that the map is of.'
    ) as what,
from years
left join (
    select pairs.fiscal_year, min(pairs.amount_type) as amount_type
    from pairs
    where pairs.same_funds = pairs.funds
    group by pairs.fiscal_year
) as same
    on same.fiscal_year = years.fiscal_year
