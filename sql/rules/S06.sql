/*
row: the people of a fiscal year's roster whose experience is known
description: >
  More years than a working life has. Fewer than none is refused when the file is read.
*/
with staff_roster as (
    select * from staging.staff_roster
),

limits as (
    select * from staging.quality_thresholds
)

select
    staff_roster.fiscal_year,
    'people' as subject,
    count(*) as checked,
    count(*) filter (where staff_roster.years_experience > limits.s06.most) as failed,
    quality_verdict(false, failed > 0) as verdict,
    format('People with more than {} years of experience: {:,}.', max(limits.s06.most)::integer, failed) as what,
from staff_roster
cross join limits
where staff_roster.years_experience is not null
group by staff_roster.fiscal_year
