/*
row: the dollars of one fund, or of one function, beside the year before
description: >
  On the series in which a restated code stands where it stood before. A year in progress is compared with the same
  periods. What neither year has is not compared.
*/
with ledger_periods as (
    select * from marts.ledger_periods
),

earlier_periods as (
    select * from staging.earlier_periods
),

year_pairs as (
    select * from marts.year_pairs
),

limits as (
    select * from staging.quality_thresholds
),

spending as (
    select
        ledger_periods.fiscal_year,
        ledger_periods.fiscal_period,
        ledger_periods.fund_code,
        ledger_periods.comparable_function_code,
        ledger_periods.amount,
    from ledger_periods
    where ledger_periods.status <> 'excluded'
    union all
    select
        earlier_periods.fiscal_year,
        earlier_periods.fiscal_period,
        earlier_periods.fund_code,
        earlier_periods.comparable_function_code,
        earlier_periods.amount,
    from earlier_periods
    where earlier_periods.status <> 'excluded'
),

parts as (
    select spending.*, 'fund ' || spending.fund_code as part, true as is_fund
    from spending
    union all
    select spending.*, 'function ' || spending.comparable_function_code, false
    from spending
    where spending.comparable_function_code <> 'none'
),

compared as (
    select
        year_pairs.fiscal_year,
        year_pairs.edition_words,
        parts.part,
        parts.is_fund,
        sum(if(parts.fiscal_year = year_pairs.fiscal_year, parts.amount, 0))::decimal(18,2) as amount,
        sum(if(parts.fiscal_year < year_pairs.fiscal_year, parts.amount, 0))::decimal(18,2) as amount_before,
    from year_pairs
    inner join parts
        on parts.fiscal_year in (year_pairs.fiscal_year, year_pairs.fiscal_year - 1)
        and (year_pairs.through_period is null or parts.fiscal_period <= year_pairs.through_period)
    group by
        year_pairs.fiscal_year,
        year_pairs.edition_words,
        parts.part,
        parts.is_fund
)

select
    compared.fiscal_year,
    compared.part as subject,
    quality_verdict(
        false,
        abs(compared.amount - compared.amount_before) > limits.l10.least_change
        and abs(compared.amount - compared.amount_before)
            > if(compared.is_fund, limits.l10.fund_change, limits.l10.function_change) * abs(compared.amount_before)
    ) as verdict,
    1 as checked,
    if(verdict is null, 0, 1) as failed,
    format(
        '{}{}: {}; the year before {}{}.',
        upper(compared.part[1]),
        compared.part[2:],
        dollars_text(compared.amount),
        dollars_text(compared.amount_before),
        coalesce(' (' || compared.edition_words || ')', '')
    ) as what,
from compared
cross join limits
where compared.amount <> 0 or compared.amount_before <> 0
