/*
row: the part of a pool of dollars that works at one site
key: [pool_key, site_id]
partition: fiscal_year
audience: analyst
description: >
  Every pool, followed to the places where it works, to the cent: what the ledger records at a site stays there, people
  go where they are assigned, a grant goes to its sites, the rest goes by students. What has no basis is one row that
  says why. The measure says in which of a school's three figures the part counts.
*/
with pools as (
    select * from core.pools
    where pools.status <> 'excluded'
),

driver_weights as (
    select * from core.driver_weights
),

sites as (
    select * from core.sites
),

drivers as (
    select
        driver_weights.fiscal_year,
        driver_weights.driver,
        driver_weights.driver_key,
        sum(driver_weights.weight) as weight_total,
    from driver_weights
    group by driver_weights.fiscal_year, driver_weights.driver, driver_weights.driver_key
),

reasons as (
    select
        pools.*,
        drivers.weight_total,
        case
            when pools.attribution = 'recorded' and pools.site_id is null then 'the ledger line names no site'
            when pools.attribution = 'recorded' then null
            when pools.attribution = 'none' then pools.attribution_reason
            when not pools.operating then 'outside the operating budget'
            when drivers.weight_total is not null then null
            when pools.attribution = 'assignment' then 'no payroll names the people paid from this account'
            when pools.attribution = 'project_sites' then 'the list of project sites does not name this project'
            else 'no students are counted at a school in this year'
        end as reason,
    from pools
    left join drivers
        on drivers.fiscal_year = pools.fiscal_year
        and drivers.driver = pools.attribution
        and drivers.driver_key = pools.driver_key
),

parts as (
    select
        reasons.pool_key,
        driver_weights.site_id,
        driver_weights.driver,
        driver_weights.driver_key,
        -- Weights of people are their pay, which no reader may see: these are told in millionths of the whole.
        if(
            driver_weights.driver = 'assignment',
            (driver_weights.weight::hugeint * 2000000 + reasons.weight_total) // (reasons.weight_total * 2),
            driver_weights.weight
        )::bigint as basis,
        if(driver_weights.driver = 'assignment', 1000000, reasons.weight_total)::bigint as basis_total,
        cents_to_dollars(split_in_pool(
            (reasons.amount * 100)::hugeint,
            driver_weights.weight,
            reasons.weight_total,
            reasons.pool_key,
            driver_weights.site_id
        )) as amount,
    from reasons
    inner join driver_weights
        on driver_weights.fiscal_year = reasons.fiscal_year
        and driver_weights.driver = reasons.attribution
        and driver_weights.driver_key = reasons.driver_key
    where reasons.reason is null

    union all

    select
        reasons.pool_key,
        reasons.site_id,
        null as driver,
        null as driver_key,
        null as basis,
        null as basis_total,
        reasons.amount,
    from reasons
    where reasons.reason is not null or reasons.attribution = 'recorded'
),

placed as (
    select
        parts.*,
        reasons.follows_salary,
        reasons.reason,
        -- Dollars outside the operating budget are in none of a school's figures.
        reasons.operating and coalesce(sites.is_school, false) as counts_at_school,
    from parts
    inner join reasons
        on reasons.pool_key = parts.pool_key
    left join sites
        on sites.fiscal_year = reasons.fiscal_year
        and sites.site_id = parts.site_id
)

select
    placed.pool_key,
    placed.site_id,
    case
        when placed.reason is not null then 'not attributed'
        when placed.follows_salary then 'follows salary'
        when placed.driver = 'assignment' then 'by assignment'
        when placed.driver = 'project_sites' then 'by the grant''s sites'
        when placed.driver = 'students' then 'by students'
        else 'recorded at the site'
    end as attribution_label,
    case
        when placed.reason is not null or not placed.counts_at_school then 'none'
        when placed.driver is null then 'school_reported'
        when placed.driver = 'students' then 'central_pool'
        else 'central_people_and_grants'
    end as measure,
    placed.driver,
    placed.driver_key,
    placed.basis,
    placed.basis_total,
    placed.reason,
    placed.amount,
from placed
