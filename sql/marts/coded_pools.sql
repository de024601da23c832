/*
row: one pool of ledger dollars that share every code and every driver
key: [pool_key]
partition: fiscal_year
audience: analyst
description: >
  Names for the codes of each pool, in one place, so that no later table joins a chart of accounts again. A code
  without a name is shown as itself, a missing code as "none".
*/
with pools as (
    select * from core.pools
),

purposes as (
    select * from staging.purposes
),

priorities as (
    select * from staging.priorities
),

standard_functions as (
    select * from staging.standard_functions
),

object_groups as (
    select * from staging.object_groups
),

account_codes as (
    select * from core.account_codes
)

select
    pools.pool_key,
    pools.fiscal_year,
    pools.amount_type,
    coalesce(purposes.parent_purpose_id, pools.purpose_id) as purpose_id,
    coalesce(parents.purpose_name, purposes.purpose_name, pools.purpose_id) as purpose_name,
    pools.purpose_id as child_purpose_id,
    coalesce(purposes.purpose_name, pools.purpose_id) as child_purpose_name,
    pools.operating,
    coalesce(pools.priority_id, 'not_tied') as priority_id,
    coalesce(priorities.priority_name, pools.priority_id, 'Not tied to a priority') as priority_name,
    pools.control,
    pools.level,
    pools.comparable_level,
    coalesce(pools.fund_code, 'none') as fund_code,
    coalesce(funds.code_name, pools.fund_code, 'No fund code') as fund_name,
    coalesce(pools.function, 'none') as function_code,
    coalesce(standard_functions.function_name, pools.function, 'No function code') as function_name,
    coalesce(pools.comparable_function, 'none') as comparable_function_code,
    coalesce(pools.object_group, 'none') as object_group,
    coalesce(object_groups.object_group_name, pools.object_group, 'No object code') as object_group_name,
    coalesce(pools.project_code, 'none') as project_code,
    coalesce(projects.code_name, pools.project_code, 'No project') as project_name,
    pools.how_sure,
    pools.amount,
from pools
left join purposes
    on purposes.purpose_id = pools.purpose_id
left join purposes as parents
    on parents.purpose_id = purposes.parent_purpose_id
left join priorities
    on priorities.priority_id = pools.priority_id
left join standard_functions
    on standard_functions.function_code = pools.function
left join object_groups
    on object_groups.object_group = pools.object_group
left join account_codes as funds
    on funds.fiscal_year = pools.fiscal_year
    and funds.segment = 'fund'
    and funds.code = pools.fund_code
left join account_codes as projects
    on projects.fiscal_year = pools.fiscal_year
    and projects.segment = 'project'
    and projects.code = pools.project_code
