/*
row: the budget for one purpose and project at one site beside what was spent, in a fiscal year
key: [fiscal_year, site_id, child_purpose_id, project_code]
partition: fiscal_year
audience: analyst
description: >
  Adopted, revised, spent, committed and left, at the site that the account names: a coach who is paid centrally
  stands at the central office here. Benefits stand with their salaries, in the budget as in the ledger. Only years
  that have both a budget and a ledger of spending.
*/
with pools as (
    select * from core.pools
),

coded_pools as (
    select * from marts.coded_pools
),

fiscal_years as (
    select * from core.fiscal_years
),

sites as (
    select * from core.sites
),

kinds as (
    select
        bool_or(pools.amount_type = 'actual') as has_spending,
        bool_or(pools.amount_type in ('budget_original', 'budget_revised')) as has_budget,
        bool_or(pools.amount_type = 'budget_revised') as has_revised,
        bool_or(pools.amount_type = 'budget_adjustment') as has_changes,
    from pools
),

amounts as (
    select
        pools.fiscal_year,
        coalesce(pools.site_id, 'none') as site_id,
        coded_pools.purpose_id,
        coded_pools.purpose_name,
        coded_pools.child_purpose_id,
        coded_pools.child_purpose_name,
        coded_pools.operating,
        coded_pools.project_code,
        coded_pools.project_name,
        coalesce(sum(pools.amount) filter (where pools.amount_type = 'budget_original'), 0) as adopted_amount,
        coalesce(sum(pools.amount) filter (where pools.amount_type = 'budget_revised'), 0) as revised_amount,
        coalesce(sum(pools.amount) filter (where pools.amount_type = 'budget_adjustment'), 0) as change_amount,
        coalesce(sum(pools.amount) filter (where pools.amount_type = 'actual'), 0) as spent_amount,
        coalesce(sum(pools.amount) filter (where pools.amount_type = 'encumbrance'), 0) as committed_amount,
    from pools
    inner join coded_pools
        on coded_pools.pool_key = pools.pool_key
    group by all
),

measured as (
    select
        amounts.*,
        case
            when kinds.has_revised then amounts.revised_amount
            when kinds.has_changes then amounts.adopted_amount + amounts.change_amount
            else amounts.adopted_amount
        end as budget_amount,
    from amounts
    cross join kinds
    where kinds.has_spending and kinds.has_budget
)

select
    measured.fiscal_year,
    fiscal_years.last_period as through_period,
    fiscal_years.in_progress,
    measured.site_id,
    coalesce(sites.site_name, if(measured.site_id = 'none', 'No site', measured.site_id)) as site_name,
    coalesce(sites.site_type, 'none') as site_type,
    measured.purpose_id,
    measured.purpose_name,
    measured.child_purpose_id,
    measured.child_purpose_name,
    measured.operating,
    measured.project_code,
    measured.project_name,
    measured.adopted_amount::decimal(18,2) as adopted_amount,
    measured.budget_amount::decimal(18,2) as revised_amount,
    measured.spent_amount::decimal(18,2) as spent_amount,
    measured.committed_amount::decimal(18,2) as committed_amount,
    (measured.budget_amount - measured.spent_amount - measured.committed_amount)::decimal(18,2) as left_amount,
from measured
inner join fiscal_years
    on fiscal_years.fiscal_year = measured.fiscal_year
left join sites
    on sites.fiscal_year = measured.fiscal_year
    and sites.site_id = measured.site_id
where measured.adopted_amount <> 0
    or measured.budget_amount <> 0
    or measured.spent_amount <> 0
    or measured.committed_amount <> 0
