/*
row: professional learning in one fiscal year
key: [fiscal_year]
partition: none
audience: analyst
description: >
  What a district spends to help its people teach better, wherever it stands in the books, beside what the function
  for it shows. An initiative is a project with professional-learning dollars.
*/
with spending as (
    select * from marts.spending
),

ledger_periods as (
    select * from marts.ledger_periods
),

district_years as (
    select * from marts.district_years
),

learning as (
    select
        spending.fiscal_year,
        sum(spending.amount) as total_amount,
        sum(spending.amount) filter (where spending.priority_id <> 'not_tied') as tied_amount,
        sum(spending.amount) filter (where spending.how_sure = 'default') as default_amount,
        -- A code of zeros only is how a chart writes "no project".
        count(distinct spending.project_code) filter (
            where spending.project_code <> 'none' and not regexp_full_match(spending.project_code, '0+')
        ) as initiatives,
    from spending
    where spending.purpose_id = 'professional_learning'
    group by spending.fiscal_year
),

functions as (
    select
        ledger_periods.fiscal_year,
        -- 2213 is the training of instructional staff in the NCES chart, as coded: benefits not yet spread.
        coalesce(sum(ledger_periods.amount) filter (where ledger_periods.function_code = '2213'), 0) as function_amount,
        count(*) filter (where ledger_periods.function_code <> 'none') > 0 as functions_known,
    from ledger_periods
    where ledger_periods.status <> 'excluded'
    group by ledger_periods.fiscal_year
)

select
    learning.fiscal_year,
    learning.total_amount::decimal(18,2) as total_amount,
    round(learning.total_amount / nullif(district_years.operating_amount, 0), 6)::decimal(18,6) as operating_share,
    round(learning.total_amount / nullif(district_years.teacher_fte, 0), 2)::decimal(18,2) as per_teacher,
    if(functions.functions_known, functions.function_amount, null)::decimal(18,2) as function_amount,
    learning.initiatives::bigint as initiatives,
    coalesce(learning.tied_amount, 0)::decimal(18,2) as tied_amount,
    round(coalesce(learning.tied_amount, 0) / nullif(learning.total_amount, 0), 6)::decimal(18,6) as tied_share,
    round(coalesce(learning.default_amount, 0) / nullif(learning.total_amount, 0), 6)::decimal(18,6) as default_share,
from learning
inner join district_years
    on district_years.fiscal_year = learning.fiscal_year
inner join functions
    on functions.fiscal_year = learning.fiscal_year
