/*
row: the dollars of a fiscal year that were booked and taken back
description: >
  A negative line takes back a positive one of the same account and amount within some periods. Each takes back one at
  most, so a group of equal lines counts as often as it has of the rarer sign.
*/
with coded_lines as (
    select * from core.coded_lines
),

limits as (
    select * from staging.quality_thresholds
),

lines as (
    select
        coded_lines.fiscal_year,
        coded_lines.fiscal_period,
        hash(
            coded_lines.fund_code, coded_lines.function_code, coded_lines.object_code, coded_lines.program_code,
            coded_lines.project_code, coded_lines.job_code, coded_lines.site_id
        ) as account_hash,
        coded_lines.amount,
    from coded_lines
    where coded_lines.status <> 'excluded'
        and coded_lines.part = 1
),

credits as (
    select lines.fiscal_year, lines.account_hash, -lines.amount as amount, count(*) as credits, min(lines.fiscal_period) as first_period, max(lines.fiscal_period) as last_period
    from lines
    where lines.amount < 0
    group by lines.fiscal_year, lines.account_hash, lines.amount
),

pairs as (
    select
        credits.fiscal_year,
        credits.amount * least(credits.credits, count(*)) as amount,
    from credits
    inner join lines
        on lines.fiscal_year = credits.fiscal_year
        and lines.account_hash = credits.account_hash
        and lines.amount = credits.amount
    cross join limits
    where lines.fiscal_period between credits.first_period - limits.l14.periods and credits.last_period + limits.l14.periods
    group by credits.fiscal_year, credits.account_hash, credits.amount, credits.credits
),

years as (
    select lines.fiscal_year, sum(lines.amount)::decimal(18,2) as amount
    from lines
    group by lines.fiscal_year
),

reversed as (
    select pairs.fiscal_year, sum(pairs.amount)::decimal(18,2) as reversed_amount
    from pairs
    group by pairs.fiscal_year
)

select
    years.fiscal_year,
    'year' as subject,
    quality_verdict(false, coalesce(reversed.reversed_amount, 0) > limits.l14.warn_share * abs(years.amount)) as verdict,
    1 as checked,
    if(verdict is null, 0, 1) as failed,
    format('{} were booked and taken back.', dollars_text(coalesce(reversed.reversed_amount, 0)::decimal(18,2))) as what,
from years
cross join limits
left join reversed
    on reversed.fiscal_year = years.fiscal_year
