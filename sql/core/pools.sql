/*
row: ledger dollars of a fiscal year that share every code and every driver
key: [pool_key]
partition: fiscal_year
audience: analyst
description: >
  The ledger without its lines: small enough to follow to schools, whole enough to add up to what was assigned and not
  yet assigned. Benefits stand here under the codes of the salaries that they follow. Pools of another amount type than
  the map's have the status excluded.
*/
with recorded as (
    select * from core.recorded_pools
),

coded_lines as (
    select * from core.coded_lines
),

benefit_shares as (
    select * from core.benefit_shares
),

purposes as (
    select * from staging.purposes
),

benefits_with_salaries as (
    select
        recorded.* replace (
            left(sha256(recorded.pool_key || ' benefits'), 16) as pool_key,
            '200' as object_group,
            benefit_shares.amount as amount,
        ),
    from benefit_shares
    inner join recorded
        on recorded.pool_key = benefit_shares.basis_pool_key
),

benefits_without_salaries as (
    select
        coded_lines.pool_key,
        coded_lines.fiscal_year,
        coded_lines.amount_type,
        if(coded_lines.status = 'excluded', 'excluded', 'not_yet_assigned') as status,
        coded_lines.fund_code,
        '200' as object_group,
        'not_yet_assigned' as purpose_id,
        'not_known' as control,
        'central' as level,
        'central' as comparable_level,
        'not assigned' as how_sure,
        false as is_default,
        'none' as attribution,
        'no salaries in the same fund' as attribution_reason,
        sum(coded_lines.amount)::decimal(18,2) as amount,
    from coded_lines
    anti join benefit_shares
        on benefit_shares.pool_key = coded_lines.pool_key
    where coded_lines.attribution = 'salary'
    group by coded_lines.pool_key, coded_lines.fiscal_year, coded_lines.amount_type, coded_lines.status, coded_lines.fund_code
),

pools as (
    select *, false as follows_salary from recorded
    union all by name
    select *, true as follows_salary from benefits_with_salaries
    union all by name
    select *, true as follows_salary from benefits_without_salaries
)

select
    pools.pool_key,
    pools.fiscal_year,
    pools.amount_type,
    pools.status,
    pools.fund_code,
    pools.function,
    pools.comparable_function,
    pools.object_group,
    pools.project_code,
    pools.site_id,
    pools.site_type,
    pools.purpose_id,
    coalesce(purposes.operating, true) as operating,
    pools.priority_id,
    pools.control,
    pools.level,
    pools.comparable_level,
    pools.how_sure,
    pools.is_default,
    pools.attribution,
    pools.driver_key,
    pools.attribution_reason,
    pools.follows_salary,
    pools.amount,
from pools
left join purposes
    on purposes.purpose_id = pools.purpose_id
