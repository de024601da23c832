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
with followed_pools as (
    select * from core.followed_pools
),

driver_weights as (
    select * from core.driver_weights
),

sites as (
    select * from core.sites
),

parts as (
    select
        followed_pools.pool_key,
        driver_weights.site_id,
        driver_weights.driver,
        driver_weights.driver_key,
        -- Weights of people are their pay, which no reader may see: these are told in millionths of the whole.
        if(
            driver_weights.driver = 'assignment',
            (driver_weights.weight::hugeint * 2000000 + followed_pools.weight_total) // (followed_pools.weight_total * 2),
            driver_weights.weight
        )::bigint as basis,
        if(driver_weights.driver = 'assignment', 1000000, followed_pools.weight_total)::bigint as basis_total,
        cents_to_dollars(split_in_pool(
            (followed_pools.amount * 100)::hugeint,
            driver_weights.weight,
            followed_pools.weight_total,
            followed_pools.pool_key,
            driver_weights.site_id
        )) as amount,
    from followed_pools
    inner join driver_weights
        on driver_weights.fiscal_year = followed_pools.fiscal_year
        and driver_weights.driver = followed_pools.attribution
        and driver_weights.driver_key = followed_pools.driver_key
    where followed_pools.reason is null

    union all

    select
        followed_pools.pool_key,
        followed_pools.site_id,
        null as driver,
        null as driver_key,
        null as basis,
        null as basis_total,
        followed_pools.amount,
    from followed_pools
    where followed_pools.reason is not null or followed_pools.attribution = 'recorded'
),

placed as (
    select
        parts.*,
        followed_pools.follows_salary,
        followed_pools.reason,
        -- Dollars outside the operating budget are in none of a school's figures.
        followed_pools.operating and coalesce(sites.is_school, false) as counts_at_school,
    from parts
    inner join followed_pools
        on followed_pools.pool_key = parts.pool_key
    left join sites
        on sites.fiscal_year = followed_pools.fiscal_year
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
