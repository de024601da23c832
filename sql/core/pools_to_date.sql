/*
row: the dollars of one pool through one period of a fiscal year
key: [fiscal_year, through_period, pool_key]
partition: none
audience: analyst
description: >
  The year so far, and the same periods of each earlier year whose ledger tells periods; also each year in which a
  grant ends, through the period of its end. Benefits stand with the salaries of those periods, as they do in the year.
*/
with period_pools as (
    select * from core.period_pools
),

fiscal_years as (
    select * from core.fiscal_years
),

grants as (
    select * from staging.grants
),

progress as (
    select fiscal_years.fiscal_year, fiscal_years.last_period
    from fiscal_years
    where fiscal_years.in_progress
    qualify row_number() over (order by fiscal_years.fiscal_year desc) = 1
),

through as (
    select fiscal_years.fiscal_year, progress.last_period as through_period
    from fiscal_years
    cross join progress
    where fiscal_years.has_periods or fiscal_years.fiscal_year = progress.fiscal_year
    union
    select fiscal_years.fiscal_year, fiscal_period_of(grants.end_date)
    from fiscal_years
    inner join grants
        on fiscal_year_of(grants.end_date) = fiscal_years.fiscal_year
    where fiscal_years.has_periods and fiscal_period_of(grants.end_date) < 12
),

booked as (
    select
        through.fiscal_year,
        through.through_period,
        period_pools.pool_key,
        period_pools.fund_code,
        period_pools.object_group,
        period_pools.follows_salary,
        (sum(period_pools.amount) * 100)::hugeint as cents,
    from period_pools
    inner join through
        on through.fiscal_year = period_pools.fiscal_year
        and through.through_period >= period_pools.fiscal_period
    group by all
),

salaries as (
    select booked.*
    from booked
    where booked.object_group = '100' and not booked.follows_salary and booked.cents > 0
),

funds as (
    select salaries.fiscal_year, salaries.through_period, salaries.fund_code, sum(salaries.cents) as cents
    from salaries
    group by all
),

parts as (
    select booked.fiscal_year, booked.through_period, booked.pool_key, cents_to_dollars(booked.cents) as amount
    from booked
    left join funds
        on funds.fiscal_year = booked.fiscal_year
        and funds.through_period = booked.through_period
        and funds.fund_code is not distinct from booked.fund_code
    where not booked.follows_salary or funds.cents is null
    union all
    select
        benefits.fiscal_year,
        benefits.through_period,
        salaries.pool_key,
        cents_to_dollars(split_in_pool(
            benefits.cents, salaries.cents, funds.cents, (benefits.pool_key, benefits.through_period), salaries.pool_key
        )),
    from booked as benefits
    inner join salaries
        on salaries.fiscal_year = benefits.fiscal_year
        and salaries.through_period = benefits.through_period
        and salaries.fund_code is not distinct from benefits.fund_code
    inner join funds
        on funds.fiscal_year = benefits.fiscal_year
        and funds.through_period = benefits.through_period
        and funds.fund_code is not distinct from benefits.fund_code
    where benefits.follows_salary
)

select
    parts.fiscal_year,
    parts.through_period,
    parts.pool_key,
    sum(parts.amount)::decimal(18,2) as amount,
from parts
group by
    parts.fiscal_year,
    parts.through_period,
    parts.pool_key
