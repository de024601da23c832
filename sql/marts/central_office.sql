/*
row: central office and school control in one fiscal year
key: [fiscal_year]
partition: none
audience: analyst
description: >
  The share of operating dollars that works centrally, twice: as coded, and on the comparable series that puts moved
  positions back where they stood. Beside it the dollars that schools decide on.
*/
with spending as (
    select * from marts.spending
),

district_years as (
    select * from marts.district_years
),

sums as (
    select
        spending.fiscal_year,
        coalesce(sum(spending.amount) filter (where spending.level = 'central'), 0) as central_amount,
        coalesce(sum(spending.amount) filter (where spending.comparable_level = 'central'), 0) as comparable_amount,
        coalesce(sum(spending.amount) filter (where spending.control = 'school'), 0) as school_control_amount,
    from spending
    where spending.operating
    group by spending.fiscal_year
)

select
    sums.fiscal_year,
    sums.central_amount::decimal(18,2) as central_amount,
    round(sums.central_amount / nullif(district_years.operating_amount, 0), 6)::decimal(18,6) as central_share,
    sums.comparable_amount::decimal(18,2) as comparable_amount,
    round(sums.comparable_amount / nullif(district_years.operating_amount, 0), 6)::decimal(18,6) as comparable_share,
    (sums.comparable_amount - sums.central_amount)::decimal(18,2) as moved_amount,
    sums.school_control_amount::decimal(18,2) as school_control_amount,
    round(sums.school_control_amount / nullif(district_years.operating_amount, 0), 6)::decimal(18,6) as school_control_share,
    round(sums.school_control_amount / nullif(district_years.students, 0), 2)::decimal(18,2) as school_control_per_student,
from sums
inner join district_years
    on district_years.fiscal_year = sums.fiscal_year
