/*
row: one grant in one fiscal year of the ledger, from the year in which it begins
key: [project_code, fiscal_year]
partition: none
audience: analyst
answers: what is left of each grant, over its award life
description: >
  A grant over its award life, which seldom is a fiscal year: what each year spent until the grant's last day, what
  was booked after it, and what was left of the award. Several awards of one project are taken together. What was
  spent before the first year of the ledger is not known.
*/
with grants as (
    select * from staging.grants
    -- A list that is made each year repeats an award: its newest row tells.
    qualify row_number() over (
        partition by grants.project_code, grants.start_date, grants.end_date
        order by grants.fiscal_year desc nulls last, grants.source_id, grants.source_file_key, grants.record_no, grants.record_part
    ) = 1
),

fiscal_years as (
    select * from core.fiscal_years
),

pools as (
    select * from core.pools
),

recorded_pools as (
    select * from core.recorded_pools
),

pools_to_date as (
    select * from core.pools_to_date
),

awards as (
    select
        grants.project_code,
        max({'day': grants.start_date, 'name': grants.project_name, 'level': grants.funding_level}) as newest,
        sum(grants.award_amount) as award_amount,
        min(grants.start_date) as start_date,
        max(grants.end_date) as end_date,
    from grants
    group by grants.project_code
),

booked as (
    select pools.fiscal_year, pools.project_code, sum(pools.amount) as amount
    from pools
    where pools.status <> 'excluded'
    group by pools.fiscal_year, pools.project_code
),

by_period as (
    select
        pools_to_date.fiscal_year,
        pools_to_date.through_period,
        recorded_pools.project_code,
        sum(pools_to_date.amount) as amount,
    from pools_to_date
    inner join recorded_pools
        on recorded_pools.pool_key = pools_to_date.pool_key
    group by all
),

years as (
    select
        awards.*,
        fiscal_years.fiscal_year,
        fiscal_years.in_progress,
        coalesce(booked.amount, 0) as booked_amount,
        case
            when fiscal_years.fiscal_year < fiscal_year_of(awards.end_date) then coalesce(booked.amount, 0)
            when fiscal_years.fiscal_year > fiscal_year_of(awards.end_date) then 0
            when fiscal_period_of(awards.end_date) = 12 then coalesce(booked.amount, 0)
            when fiscal_years.has_periods then coalesce(by_period.amount, 0)
            -- Balances cannot say what was spent after the last day.
            else coalesce(booked.amount, 0)
        end as spent_amount,
    from awards
    inner join fiscal_years
        on fiscal_years.fiscal_year >= fiscal_year_of(awards.start_date)
    left join booked
        on booked.fiscal_year = fiscal_years.fiscal_year
        and booked.project_code = awards.project_code
    left join by_period
        on by_period.fiscal_year = fiscal_years.fiscal_year
        and by_period.project_code = awards.project_code
        and by_period.through_period = fiscal_period_of(awards.end_date)
)

select
    years.project_code,
    years.newest.name as project_name,
    years.newest.level as funding_level,
    years.award_amount::decimal(18,2) as award_amount,
    years.start_date,
    years.end_date,
    fiscal_year_of(years.start_date) < min(years.fiscal_year) over (partition by years.project_code) as began_before_ledger,
    years.fiscal_year,
    years.in_progress,
    years.spent_amount::decimal(18,2) as spent_amount,
    (years.booked_amount - years.spent_amount)::decimal(18,2) as after_end_amount,
    (
        years.award_amount
        - sum(years.spent_amount) over (partition by years.project_code order by years.fiscal_year)
    )::decimal(18,2) as left_amount,
from years
-- A year after the last day, in which nothing was booked, has nothing to tell.
qualify years.fiscal_year <= fiscal_year_of(years.end_date) or years.booked_amount <> 0
