/*
row: one figure of the finding on dollars and need
key: [finding_id, figure_id]
partition: none
audience: analyst
description: >
  Elementary schools in quarters by need. Shown when the neediest quarter has less than 97 percent of what need
  suggests and the least needy more than 103: within 3 percent, schools' sizes and staff explain the difference.
*/
with need_quarters as (
    select * from marts.need_quarters
),

about as (
    select * from marts.about
),

ends as (
    select
        neediest.fiscal_year,
        neediest.with_central_per_student as neediest_per_student,
        least.with_central_per_student as least_per_student,
        neediest.need_index as neediest_index,
        least.need_index as least_index,
        neediest.low_income_share as neediest_share,
        least.low_income_share as least_share,
        neediest.schools as neediest_schools,
        least.schools as least_schools,
        (neediest.with_central_per_student - least.with_central_per_student)::decimal(18,2) as difference,
        sure_text(about.specific_rule_share) as how_sure,
    from need_quarters as neediest
    inner join need_quarters as least
        on least.fiscal_year = neediest.fiscal_year
        and least.quarter = 4
    inner join about
        on about.latest_fiscal_year = neediest.fiscal_year
    where neediest.quarter = 1
        and neediest.need_index < 0.97
        and least.need_index > 1.03
),

told as (
    select
        ends.*,
        format(
            'The neediest quarter of elementary schools gets {} {} per student than the least needy ({} and {}), '
            || 'and that is less than need suggests: an index of {:.2f} against {:.2f}.',
            whole_dollars_text(abs(ends.difference)),
            if(ends.difference >= 0, 'more', 'less'),
            whole_dollars_text(ends.neediest_per_student),
            whole_dollars_text(ends.least_per_student),
            round(ends.neediest_index, 2),
            round(ends.least_index, 2)
        ) as sentence,
    from ends
)

select
    'need' as finding_id,
    'Dollars and need' as title,
    true as available,
    told.sentence,
    '/schools' as page,
    told.how_sure,
    figures.figure_id,
    figures.figure,
    told.fiscal_year,
    figures.value,
    figures.unit,
from told
cross join lateral (
    values
        ('per_student_neediest', 'Neediest quarter', told.neediest_per_student::decimal(18,6), 'dollars per student'),
        ('per_student_least', 'Least needy quarter', told.least_per_student::decimal(18,6), 'dollars per student'),
        ('difference', 'Difference', told.difference::decimal(18,6), 'dollars per student'),
        ('index_neediest', 'Index of the neediest quarter', told.neediest_index, 'index'),
        ('index_least', 'Index of the least needy quarter', told.least_index, 'index'),
        ('low_income_neediest', 'Low-income students, neediest quarter', told.neediest_share, 'share'),
        ('low_income_least', 'Low-income students, least needy quarter', told.least_share, 'share'),
        ('schools_neediest', 'Schools in the neediest quarter', told.neediest_schools::decimal(18,6), 'count'),
        ('schools_least', 'Schools in the least needy quarter', told.least_schools::decimal(18,6), 'count')
) as figures(figure_id, figure, value, unit)
