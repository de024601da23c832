/*
row: the budget for one purpose and project at one site beside what was spent, in a fiscal year
key: [fiscal_year, site_id, child_purpose_id, project_code]
partition: none
audience: public
description: >
  Adopted, revised, spent, committed and left, at the site that the account names. Where nothing was revised, the revised
  budget is the adopted one.
*/
with budget_against_actual as (
    select
        budget_against_actual.* replace (
            -- A unit without a name in the site list stands in one bucket, as in the spending.
            if(budget_against_actual.site_type = 'unlisted', 'unlisted', budget_against_actual.site_id) as site_id,
            if(budget_against_actual.site_type = 'unlisted', 'Units that are not in the site list', budget_against_actual.site_name) as site_name,
        ),
    from marts.budget_against_actual
)

select
    budget_against_actual.fiscal_year,
    budget_against_actual.through_period,
    budget_against_actual.in_progress,
    budget_against_actual.site_id,
    budget_against_actual.site_name,
    budget_against_actual.site_type,
    budget_against_actual.purpose_id,
    budget_against_actual.purpose_name,
    budget_against_actual.child_purpose_id,
    budget_against_actual.child_purpose_name,
    budget_against_actual.operating,
    budget_against_actual.project_code,
    budget_against_actual.project_name,
    sum(budget_against_actual.adopted_amount)::decimal(18,2) as adopted_amount,
    sum(budget_against_actual.revised_amount)::decimal(18,2) as revised_amount,
    sum(budget_against_actual.spent_amount)::decimal(18,2) as spent_amount,
    sum(budget_against_actual.committed_amount)::decimal(18,2) as committed_amount,
    sum(budget_against_actual.left_amount)::decimal(18,2) as left_amount,
from budget_against_actual
-- Every column but the amounts: names go with their codes.
group by all
