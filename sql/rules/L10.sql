/*
row: the dollars of one fund, or of one function, beside the year before
description: >
  On the series in which a restated code stands where it stood before. A year in progress is compared with the same
  periods. What neither year has is not compared.
*/
with ledger_periods as (
    select * from marts.ledger_periods
),

fiscal_years as (
    select * from core.fiscal_years
),

limits as (
    select * from staging.quality_thresholds
),

parts as (
    select ledger_periods.*, 'fund ' || ledger_periods.fund_code as part, true as is_fund
    from ledger_periods
    where ledger_periods.status <> 'excluded'
    union all
    select ledger_periods.*, 'function ' || ledger_periods.comparable_function_code, false
    from ledger_periods
    where ledger_periods.status <> 'excluded'
        and ledger_periods.comparable_function_code <> 'none'
),

compared as (
    select
        fiscal_years.fiscal_year,
        parts.part,
        parts.is_fund,
        sum(if(parts.fiscal_year = fiscal_years.fiscal_year, parts.amount, 0))::decimal(18,2) as amount,
        sum(if(parts.fiscal_year < fiscal_years.fiscal_year, parts.amount, 0))::decimal(18,2) as amount_before,
    from fiscal_years
    inner join parts
        on parts.fiscal_year in (fiscal_years.fiscal_year, fiscal_years.fiscal_year - 1)
        and (not fiscal_years.in_progress or parts.fiscal_period <= fiscal_years.last_period)
    where fiscal_years.fiscal_year - 1 in (select earlier.fiscal_year from fiscal_years as earlier)
    group by
        fiscal_years.fiscal_year,
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
        '{}{}: {}; the year before {}.',
        upper(compared.part[1]), compared.part[2:], dollars_text(compared.amount), dollars_text(compared.amount_before)
    ) as what,
from compared
cross join limits
where compared.amount <> 0 or compared.amount_before <> 0
