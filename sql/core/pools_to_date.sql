/*
row: the dollars of one pool through one period of a fiscal year
key: [fiscal_year, through_period, pool_key]
partition: none
audience: analyst
description: >
  The map's dollars in each part of a year that something is compared through. Benefits stand with the salaries of those
  periods, as they do in the year.
*/
with period_pools as (
    select * from core.period_pools
),

year_parts as (
    select * from core.year_parts
),

booked as (
    select
        year_parts.fiscal_year,
        year_parts.through_period,
        period_pools.pool_key,
        period_pools.fund_code,
        period_pools.object_group,
        period_pools.follows_salary,
        (sum(period_pools.amount) * 100)::hugeint as cents,
    from period_pools
    inner join year_parts
        on year_parts.fiscal_year = period_pools.fiscal_year
        and year_parts.through_period >= period_pools.fiscal_period
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
