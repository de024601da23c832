/*
row: one quarter of the elementary schools by need, in a fiscal year
key: [fiscal_year, quarter]
partition: none
audience: analyst
description: >
  The quarters of elementary schools by need, with dollars over students and the index of what need suggests.
*/
with need as (
    select * from marts.need
),

school_quarters as (
    select * from marts.school_quarters
)

select
    school_quarters.fiscal_year,
    school_quarters.quarter,
    count(*)::bigint as schools,
    sum(need.students)::bigint as students,
    round(sum(need.low_income_students) / sum(need.students), 6)::decimal(18,6) as low_income_share,
    sum(need.with_central_amount)::decimal(18,2) as with_central_amount,
    round(sum(need.with_central_amount) / sum(need.students), 2)::decimal(18,2) as with_central_per_student,
    round(sum(need.with_central_amount) / nullif(sum(need.expected_amount), 0), 6)::decimal(18,6) as need_index,
from school_quarters
inner join need
    on need.fiscal_year = school_quarters.fiscal_year
    and need.site_id = school_quarters.site_id
group by
    school_quarters.fiscal_year,
    school_quarters.quarter
