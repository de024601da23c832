/*
row: one quarter of the elementary schools by need, in a fiscal year
key: [fiscal_year, quarter]
partition: none
audience: analyst
description: >
  Elementary schools in four groups from the neediest (1) to the least needy (4) by their share of low-income students,
  with dollars over students and the index of what need suggests. Only years with at least eight such schools.
*/
with need as (
    select * from marts.need
),

ranked as (
    select
        need.fiscal_year,
        need.site_id,
        need.students,
        need.low_income_students,
        need.with_central_amount,
        need.expected_amount,
        ntile(4) over (
            partition by need.fiscal_year
            order by need.low_income_share desc, need.site_id
        ) as quarter,
        count(*) over (partition by need.fiscal_year) as school_count,
    from need
    where need.school_level = 'elementary'
)

select
    ranked.fiscal_year,
    ranked.quarter,
    count(*)::bigint as schools,
    sum(ranked.students)::bigint as students,
    round(sum(ranked.low_income_students) / sum(ranked.students), 6)::decimal(18,6) as low_income_share,
    sum(ranked.with_central_amount)::decimal(18,2) as with_central_amount,
    round(sum(ranked.with_central_amount) / sum(ranked.students), 2)::decimal(18,2) as with_central_per_student,
    round(sum(ranked.with_central_amount) / nullif(sum(ranked.expected_amount), 0), 6)::decimal(18,6) as need_index,
from ranked
-- Two schools a quarter is the least that can be called a group.
where ranked.school_count >= 8
group by
    ranked.fiscal_year,
    ranked.quarter
