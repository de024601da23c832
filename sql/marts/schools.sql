/*
row: one site in a year that has students or dollars
key: [fiscal_year, site_id]
partition: none
audience: analyst
description: >
  Students and dollars side by side, before disclosure control. Also holds sites that are no school, so that findings
  can say why they leave them out. Dollars are missing, not zero, in a year without a ledger.
*/
with site_years as (
    select * from marts.site_years
),

students as (
    select * from core.students
),

site_dollars as (
    select * from marts.site_dollars
),

fiscal_years as (
    select * from core.fiscal_years
),

staffing as (
    select * from marts.staffing
),

teachers as (
    select
        staffing.fiscal_year,
        staffing.site_id,
        sum(staffing.fte)::decimal(18,4) as teacher_fte,
    from staffing
    where staffing.position_type = 'teacher'
    group by
        staffing.fiscal_year,
        staffing.site_id
)

select
    site_years.fiscal_year,
    site_years.site_id,
    site_years.site_name,
    site_years.site_type,
    site_years.school_level,
    site_years.network_id,
    site_years.network_name,
    students.students,
    students.low_income_students,
    students.low_income_share,
    students.special_education_students,
    students.special_education_share,
    students.english_learner_students,
    students.english_learner_share,
    teachers.teacher_fte,
    if(fiscal_years.fiscal_year is null, null, coalesce(site_dollars.site_amount, 0)) as site_amount,
    if(fiscal_years.fiscal_year is null, null, coalesce(site_dollars.school_reported_amount, 0)) as school_reported_amount,
    if(fiscal_years.fiscal_year is null, null, coalesce(site_dollars.central_people_amount, 0)) as central_people_amount,
    if(fiscal_years.fiscal_year is null, null, coalesce(site_dollars.central_grants_amount, 0)) as central_grants_amount,
    if(fiscal_years.fiscal_year is null, null, coalesce(site_dollars.central_pool_amount, 0)) as central_pool_amount,
from site_years
left join students
    on students.school_year = site_years.fiscal_year
    and students.site_id = site_years.site_id
left join site_dollars
    on site_dollars.fiscal_year = site_years.fiscal_year
    and site_dollars.site_id = site_years.site_id
left join fiscal_years
    on fiscal_years.fiscal_year = site_years.fiscal_year
left join teachers
    on teachers.fiscal_year = site_years.fiscal_year
    and teachers.site_id = site_years.site_id
