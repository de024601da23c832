/*
row: substitutes, or the tutoring project that fell furthest short, in a fiscal year
key: [fiscal_year, child_purpose_id]
partition: fiscal_year
audience: analyst
description: >
  Substitutes fill in for vacant positions, and tutoring is cut when nobody can be hired for it: both are told beside
  the vacancies. Of several tutoring projects, the one that stayed furthest below its adopted budget. Substitutes only
  where a budget was adopted for them.
*/
with budget_against_actual as (
    select * from marts.budget_against_actual
),

projects as (
    select
        budget_against_actual.fiscal_year,
        budget_against_actual.child_purpose_id,
        -- Substitutes are budgeted as one thing, whatever project pays them.
        if(budget_against_actual.child_purpose_id = 'substitutes', null, budget_against_actual.project_code) as project_code,
        if(budget_against_actual.child_purpose_id = 'substitutes', 'Substitutes', budget_against_actual.project_name) as project_name,
        sum(budget_against_actual.adopted_amount) as adopted_amount,
        sum(budget_against_actual.revised_amount) as revised_amount,
        sum(budget_against_actual.spent_amount) as spent_amount,
    from budget_against_actual
    where budget_against_actual.child_purpose_id in ('substitutes', 'tutoring')
    group by all
)

select
    projects.fiscal_year,
    projects.child_purpose_id,
    projects.project_name,
    projects.adopted_amount::decimal(18,2) as adopted_amount,
    projects.revised_amount::decimal(18,2) as revised_amount,
    projects.spent_amount::decimal(18,2) as spent_amount,
from projects
where projects.child_purpose_id <> 'substitutes' or projects.adopted_amount > 0
qualify row_number() over (
    partition by projects.fiscal_year, projects.child_purpose_id
    order by projects.adopted_amount - projects.spent_amount desc, projects.project_code
) = 1
