/*
row: two schools of the same grade span with about the same students, in a fiscal year
key: [fiscal_year, site_id, other_site_id]
partition: none
audience: analyst
description: >
  Pairs of schools that a reader would expect to cost the same: enrollment within 5 percent, low-income share within
  2 points. The first of the pair has more dollars per student with central people and grants; the gap is in dollars
  of the other school's enrollment, by its three parts.
*/
with school_measures as (
    select * from marts.school_measures
),

settings as (
    select * from staging.settings
),

candidates as (
    select school_measures.*
    from school_measures
    cross join settings
    where school_measures.site_type = 'school'
        and school_measures.students > 0
        and not hides_students(school_measures.students, settings.minimum_n)
        and school_measures.low_income_share is not null
        and school_measures.with_central_amount is not null
),

pairs as (
    select
        higher.fiscal_year,
        higher.school_level,
        higher.site_id,
        higher.site_name,
        lower.site_id as other_site_id,
        lower.site_name as other_site_name,
        higher.students,
        lower.students as other_students,
        higher.school_reported_per_student,
        lower.school_reported_per_student as other_school_reported_per_student,
        higher.with_central_per_student,
        lower.with_central_per_student as other_with_central_per_student,
        scaled_dollars(higher.school_reported_amount, lower.students, higher.students)
            - lower.school_reported_amount as school_reported_gap,
        scaled_dollars(higher.central_people_amount, lower.students, higher.students)
            - lower.central_people_amount as central_people_gap,
        scaled_dollars(higher.central_grants_amount, lower.students, higher.students)
            - lower.central_grants_amount as central_grants_gap,
    from candidates as higher
    inner join candidates as lower
        on lower.fiscal_year = higher.fiscal_year
        and lower.school_level = higher.school_level
        and lower.site_id <> higher.site_id
        and lower.with_central_per_student < higher.with_central_per_student
        and abs(lower.students - higher.students) * 20 <= greatest(lower.students, higher.students)
        and abs(lower.low_income_share - higher.low_income_share) <= 0.02
)

select
    pairs.fiscal_year,
    pairs.school_level,
    pairs.site_id,
    pairs.site_name,
    pairs.other_site_id,
    pairs.other_site_name,
    pairs.students,
    pairs.other_students,
    pairs.school_reported_per_student,
    pairs.other_school_reported_per_student,
    pairs.with_central_per_student,
    pairs.other_with_central_per_student,
    pairs.school_reported_gap::decimal(18,2) as school_reported_gap,
    pairs.central_people_gap::decimal(18,2) as central_people_gap,
    pairs.central_grants_gap::decimal(18,2) as central_grants_gap,
    (pairs.school_reported_gap + pairs.central_people_gap + pairs.central_grants_gap)::decimal(18,2) as gap_amount,
from pairs
