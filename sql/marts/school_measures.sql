/*
row: one site in a year that has students or dollars
key: [fiscal_year, site_id]
partition: none
audience: analyst
description: >
  The three measures per student, before disclosure control: school-reported, with central people and grants, and
  all-in. Need is measured by marts.need on the second one.
*/
with schools as (
    select * from marts.schools
),

measures as (
    select
        schools.fiscal_year,
        schools.site_id,
        schools.site_name,
        schools.site_type,
        schools.school_level,
        schools.students,
        schools.low_income_students,
        schools.low_income_share,
        schools.site_amount,
        schools.school_reported_amount,
        schools.central_people_amount,
        schools.central_grants_amount,
        (
            schools.school_reported_amount + schools.central_people_amount + schools.central_grants_amount
        )::decimal(18,2) as with_central_amount,
        (
            schools.school_reported_amount + schools.central_people_amount + schools.central_grants_amount
            + schools.central_pool_amount
        )::decimal(18,2) as all_in_amount,
    from schools
)

select
    measures.fiscal_year,
    measures.site_id,
    measures.site_name,
    measures.site_type,
    measures.school_level,
    measures.students,
    measures.low_income_students,
    measures.low_income_share,
    measures.site_amount,
    round(measures.site_amount / nullif(measures.students, 0), 2)::decimal(18,2) as site_per_student,
    measures.school_reported_amount,
    round(measures.school_reported_amount / nullif(measures.students, 0), 2)::decimal(18,2) as school_reported_per_student,
    measures.central_people_amount,
    measures.central_grants_amount,
    measures.with_central_amount,
    round(measures.with_central_amount / nullif(measures.students, 0), 2)::decimal(18,2) as with_central_per_student,
    measures.all_in_amount,
    round(measures.all_in_amount / nullif(measures.students, 0), 2)::decimal(18,2) as all_in_per_student,
from measures
