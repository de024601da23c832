/*
row: the district, and what its files can give evidence on
key: [latest_fiscal_year]
partition: none
audience: analyst
description: >
  Which questions the files of this district can answer at all, so that a page can say what it cannot say and why.
*/
with about as (
    select * from marts.about
),

school_measures as (
    select * from marts.school_measures
),

need as (
    select * from marts.need
),

function_years as (
    select * from marts.function_years
),

professional_learning as (
    select * from marts.professional_learning
),

relations as (
    select * from marts.relations
)

select
    about.first_fiscal_year,
    about.latest_fiscal_year,
    about.first_fiscal_year < about.latest_fiscal_year as has_several_years,
    exists (
        select 1 from function_years
        where function_years.fiscal_year = about.latest_fiscal_year
    ) as has_functions,
    exists (
        select 1 from professional_learning
        where professional_learning.fiscal_year = about.latest_fiscal_year
            and professional_learning.total_amount > 0
    ) as has_professional_learning,
    exists (
        select 1 from school_measures
        where school_measures.fiscal_year = about.latest_fiscal_year
            and school_measures.site_type = 'school'
            and school_measures.school_reported_per_student > 0
    ) as has_school_dollars,
    exists (
        select 1 from school_measures
        where school_measures.fiscal_year = about.latest_fiscal_year
            and school_measures.central_people_amount + school_measures.central_grants_amount <> 0
    ) as has_central_people_and_grants,
    (
        select count(*) from need
        where need.fiscal_year = about.latest_fiscal_year
            and need.school_level = 'elementary'
    ) >= 8 as has_need_quarters,
    exists (
        select 1 from relations
        where relations.enough_evidence
            and relations.school_level <> 'all'
    ) as has_relations,
from about
