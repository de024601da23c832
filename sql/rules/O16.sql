/*
row: the district's share of low-income students beside the year before
description: >
  Of all schools whose number of low-income students is known in both years.
*/
with schools as (
    select * from marts.schools
),

limits as (
    select * from staging.quality_thresholds
),

districts as (
    select
        schools.fiscal_year,
        sum(schools.low_income_students) * 100 as low_income_hundreds,
        sum(schools.students) as students,
    from schools
    where schools.site_type = 'school'
        and schools.students > 0
        and schools.low_income_students is not null
    group by schools.fiscal_year
),

compared as (
    select
        later.fiscal_year,
        round(later.low_income_hundreds / later.students, 1)::decimal(18,1) as points,
        round(earlier.low_income_hundreds / earlier.students, 1)::decimal(18,1) as points_before,
    from districts as later
    inner join districts as earlier
        on earlier.fiscal_year + 1 = later.fiscal_year
)

select
    compared.fiscal_year,
    'district' as subject,
    quality_verdict(false, abs(compared.points - compared.points_before) > limits.o16.change) as verdict,
    1 as checked,
    if(verdict is null, 0, 1) as failed,
    format('School year {}: {} percent; the year before {}.', compared.fiscal_year, compared.points::varchar, compared.points_before::varchar) as what,
from compared
cross join limits
