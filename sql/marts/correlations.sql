/*
row: one measure in one group of schools in a school year
key: [school_year, measure, grade, school_level]
partition: none
audience: analyst
description: >
  How results move with need and with dollars (Pearson's r), from sums of whole numbers with one root at the end, so
  that any machine gets the same digits. Fewer than eight schools are not enough evidence. Nothing here says cause.
*/
with relation_points as (
    select * from marts.relation_points
),

-- Whole numbers: ten-thousandths of the value, millionths of the share, cents per student.
scaled as (
    select
        relation_points.*,
        (relation_points.value * 10000)::hugeint as y,
        (relation_points.low_income_share * 1000000)::hugeint as need,
        (relation_points.with_central_per_student * 100)::hugeint as dollars,
    from relation_points
),

sums as (
    select
        scaled.school_year,
        scaled.spending_year,
        scaled.measure,
        scaled.measure_name,
        scaled.grade,
        scaled.school_level,
        count(*)::bigint as schools,
        count(*) * sum(scaled.y * scaled.dollars) - sum(scaled.y) * sum(scaled.dollars) as dollars_together,
        count(*) * sum(scaled.y * scaled.y) - sum(scaled.y) * sum(scaled.y) as y_spread,
        count(*) * sum(scaled.dollars * scaled.dollars) - sum(scaled.dollars) * sum(scaled.dollars) as dollars_spread,
        count(scaled.need) * sum(scaled.y * scaled.need)
            - sum(scaled.y) filter (where scaled.need is not null) * sum(scaled.need) as need_together,
        count(scaled.need) * sum(scaled.y * scaled.y) filter (where scaled.need is not null)
            - sum(scaled.y) filter (where scaled.need is not null)
            * sum(scaled.y) filter (where scaled.need is not null) as y_need_spread,
        count(scaled.need) * sum(scaled.need * scaled.need) - sum(scaled.need) * sum(scaled.need) as need_spread,
        count(scaled.need) as schools_with_need,
    from scaled
    group by
        scaled.school_year,
        scaled.spending_year,
        scaled.measure,
        scaled.measure_name,
        scaled.grade,
        scaled.school_level
)

select
    sums.school_year,
    sums.spending_year,
    sums.measure,
    sums.measure_name,
    sums.grade,
    sums.school_level,
    sums.schools,
    sums.schools >= 8 as enough_evidence,
    case
        when sums.schools_with_need >= 8 and sums.need_spread > 0 and sums.y_need_spread > 0
            then round(sums.need_together / (sqrt(sums.y_need_spread) * sqrt(sums.need_spread)), 4)::decimal(9,4)
    end as correlation_with_need,
    case
        when sums.schools >= 8 and sums.dollars_spread > 0 and sums.y_spread > 0
            then round(sums.dollars_together / (sqrt(sums.y_spread) * sqrt(sums.dollars_spread)), 4)::decimal(9,4)
    end as correlation_with_dollars,
from sums
