/*
row: one project with dollars in a grant fund, in a fiscal year
description: >
  A grant fund is one that spends more on projects of the list of grants than on all else.
*/
with spending as (
    select * from marts.spending
),

grants as (
    select * from staging.grants
),

projects as (
    select
        spending.fiscal_year,
        spending.fund_code,
        spending.project_code,
        bool_or(grants.project_code is not null) as is_listed,
        sum(spending.amount)::decimal(18,2) as amount,
    from spending
    left join (select distinct grants.project_code from grants) as grants
        on grants.project_code = spending.project_code
    group by
        spending.fiscal_year,
        spending.fund_code,
        spending.project_code
),

grant_funds as (
    select projects.fiscal_year, projects.fund_code
    from projects
    group by projects.fiscal_year, projects.fund_code
    having sum(projects.amount) filter (where projects.is_listed) * 2 > sum(projects.amount)
)

select
    projects.fiscal_year,
    'fund ' || projects.fund_code || ', project ' || projects.project_code as subject,
    quality_verdict(false, not projects.is_listed) as verdict,
    1 as checked,
    if(verdict is null, 0, 1) as failed,
    format('Fund {}, project {}: {}.', projects.fund_code, projects.project_code, dollars_text(projects.amount)) as what,
from projects
semi join grant_funds
    on grant_funds.fiscal_year = projects.fiscal_year
    and grant_funds.fund_code = projects.fund_code
where projects.project_code <> 'none'
    and projects.amount <> 0
