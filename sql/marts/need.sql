/*
row: one school with dollars, students and a low-income share, in a fiscal year
key: [fiscal_year, site_id]
partition: none
audience: analyst
description: >
  What a school would get if its grade span's own dollars followed need: base x (students + weight x low-income
  students), with the base at which the expected dollars of a grade span add up to what the span has, to the cent. An index below 1
  is less than need suggests. It takes no level of funding for right.
*/
with school_measures as (
    select * from marts.school_measures
),

settings as (
    select * from staging.settings
),

weighted as (
    select
        school_measures.fiscal_year,
        school_measures.site_id,
        school_measures.school_level,
        school_measures.students,
        school_measures.low_income_students,
        school_measures.low_income_share,
        school_measures.with_central_amount,
        (
            school_measures.students + settings.need_weight_low_income * school_measures.low_income_students
        )::decimal(18,6) as weighted_students,
    from school_measures
    cross join settings
    where school_measures.site_type = 'school'
        and school_measures.students > 0
        and school_measures.low_income_students is not null
        and school_measures.with_central_amount is not null
),

spans as (
    select
        weighted.fiscal_year,
        weighted.school_level,
        sum(weighted.with_central_amount) as span_amount,
        sum(weighted.weighted_students) as span_weighted_students,
    from weighted
    group by
        weighted.fiscal_year,
        weighted.school_level
)

select
    weighted.fiscal_year,
    weighted.site_id,
    weighted.school_level,
    weighted.students,
    weighted.low_income_students,
    weighted.low_income_share,
    weighted.weighted_students,
    weighted.with_central_amount,
    cents_to_dollars(split_in_pool(
        (spans.span_amount * 100)::hugeint,
        (weighted.weighted_students * 1000000)::hugeint,
        (spans.span_weighted_students * 1000000)::hugeint,
        (weighted.fiscal_year, weighted.school_level),
        weighted.site_id
    )) as expected_amount,
from weighted
inner join spans
    on spans.fiscal_year = weighted.fiscal_year
    and spans.school_level = weighted.school_level
