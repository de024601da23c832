/*
row: one school in a year that has students or dollars
key: [fiscal_year, site_id]
partition: none
audience: public
description: >
  Students, need and the three measures of each school. A school with fewer students than the minimum keeps its own
  dollars, which are public records, and nothing that counts its students or is divided by them. A share of a group is
  hidden where the group, or the rest of the students, are fewer than the minimum. In a year in progress dollars, and
  what is divided by students, are year to date: see fiscal_years.
*/
with schools as (
    select * from marts.schools
),

school_measures as (
    select * from marts.school_measures
),

need as (
    select * from marts.need
),

about as (
    select * from marts.about
),

joined as (
    select
        schools.*,
        school_measures.* exclude (
            fiscal_year, site_id, site_name, site_type, school_level, students, low_income_students, low_income_share,
            site_amount, school_reported_amount, central_people_amount, central_grants_amount
        ),
        need.expected_amount,
        round(need.with_central_amount / nullif(need.expected_amount, 0), 6)::decimal(18,6) as need_index,
        hides_students(schools.students, about.minimum_n) as counts_hidden,
        hides_share(schools.low_income_students, schools.students, about.minimum_n) as low_income_hidden,
        hides_share(schools.special_education_students, schools.students, about.minimum_n) as special_education_hidden,
        hides_share(schools.english_learner_students, schools.students, about.minimum_n) as english_learner_hidden,
    from schools
    inner join school_measures
        on school_measures.fiscal_year = schools.fiscal_year
        and school_measures.site_id = schools.site_id
    left join need
        on need.fiscal_year = schools.fiscal_year
        and need.site_id = schools.site_id
    cross join about
    where schools.site_type = 'school'
)

select
    joined.fiscal_year,
    joined.site_id,
    joined.site_name,
    joined.school_level,
    joined.network_id,
    joined.network_name,
    if(joined.counts_hidden, null, joined.students) as students,
    if(joined.low_income_hidden, null, joined.low_income_share) as low_income_share,
    if(joined.special_education_hidden, null, joined.special_education_share) as special_education_share,
    if(joined.english_learner_hidden, null, joined.english_learner_share) as english_learner_share,
    joined.teacher_fte,
    joined.school_reported_amount,
    if(joined.counts_hidden, null, joined.school_reported_per_student) as school_reported_per_student,
    joined.with_central_amount,
    if(joined.counts_hidden, null, joined.with_central_per_student) as with_central_per_student,
    -- The share of the central pool goes by students, so it would tell their number.
    if(joined.counts_hidden, null, joined.all_in_amount) as all_in_amount,
    if(joined.counts_hidden, null, joined.all_in_per_student) as all_in_per_student,
    -- Beside another school of the grade span, what need suggests tells the number of low-income students.
    if(joined.low_income_hidden, null, joined.expected_amount) as expected_amount,
    if(joined.low_income_hidden, null, joined.need_index) as need_index,
    joined.counts_hidden,
from joined
