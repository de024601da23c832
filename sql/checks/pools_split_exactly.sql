/*
title: A pool of dollars does not equal the parts that it was divided into.
severity: block
fix: This is a fault of the program, not of the files; keep the run's folder and report it.
acceptable: false
key: [pool_key]
partition: fiscal_year
description: >
  The parts of each pool add up to the pool; a pool without parts has lost its dollars.
*/
with pools as (
    select * from core.pools
    where pools.status <> 'excluded'
),

attributed as (
    select * from core.attributed
),

parts as (
    select attributed.pool_key, sum(attributed.amount) as parts_amount
    from attributed
    group by attributed.pool_key
),

compared as (
    select
        coalesce(pools.pool_key, parts.pool_key) as pool_key,
        coalesce(pools.amount, 0)::decimal(18,2) as pool_amount,
        coalesce(parts.parts_amount, 0)::decimal(18,2) as parts_amount,
    from pools
    full join parts
        on parts.pool_key = pools.pool_key
)

select
    format(
        'Pool {} has {}, its parts have {}.',
        compared.pool_key, exact_dollars_text(compared.pool_amount), exact_dollars_text(compared.parts_amount)
    ) as what,
    compared.pool_key,
from compared
where compared.pool_amount <> compared.parts_amount
