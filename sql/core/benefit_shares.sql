/*
row: the part of a fund's benefits that follows one pool of salaries
key: [pool_key, basis_pool_key]
partition: fiscal_year
audience: analyst
description: >
  A district often books the benefits of a whole fund in one journal. They belong where the salaries are: each fund's
  benefits are divided over its salary pools by dollars, to the cent. A salary pool below zero carries none. Benefits
  of a fund without salaries have no row here and stay not yet assigned.
*/
with coded_lines as (
    select * from core.coded_lines
),

recorded_pools as (
    select * from core.recorded_pools
),

benefits as (
    select
        coded_lines.pool_key,
        coded_lines.fiscal_year,
        coded_lines.amount_type,
        coded_lines.fund_code,
        (sum(coded_lines.amount) * 100)::hugeint as cents,
    from coded_lines
    where coded_lines.attribution = 'salary'
    group by
        coded_lines.pool_key,
        coded_lines.fiscal_year,
        coded_lines.amount_type,
        coded_lines.fund_code
),

salaries as (
    select
        recorded_pools.*,
        (recorded_pools.amount * 100)::hugeint as weight,
    from recorded_pools
    where recorded_pools.object_group = '100' and recorded_pools.amount > 0
),

funds as (
    select
        salaries.fiscal_year,
        salaries.amount_type,
        salaries.fund_code,
        sum(salaries.weight) as weight_total,
    from salaries
    group by salaries.fiscal_year, salaries.amount_type, salaries.fund_code
)

select
    benefits.pool_key,
    salaries.pool_key as basis_pool_key,
    salaries.weight::bigint as weight,
    funds.weight_total::bigint as weight_total,
    cents_to_dollars(
        split_in_pool(benefits.cents, salaries.weight, funds.weight_total, benefits.pool_key, salaries.pool_key)
    ) as amount,
from benefits
inner join salaries
    on salaries.fiscal_year = benefits.fiscal_year
    and salaries.amount_type = benefits.amount_type
    and salaries.fund_code is not distinct from benefits.fund_code
inner join funds
    on funds.fiscal_year = benefits.fiscal_year
    and funds.amount_type = benefits.amount_type
    and funds.fund_code is not distinct from benefits.fund_code
