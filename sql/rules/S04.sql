/*
row: the salaries of people with half a job or more, in a fiscal year
description: >
  A salary for a whole job that is so small is pay for an hour, a day or a month.
*/
with staff_roster as (
    select * from staging.staff_roster
),

limits as (
    select * from staging.quality_thresholds
)

select
    staff_roster.fiscal_year,
    'salaries' as subject,
    count(*) as checked,
    count(*) filter (where staff_roster.annual_base_salary < limits.s04.lowest * staff_roster.total_fte) as failed,
    quality_verdict(false, failed > 0) as verdict,
    format('Salaries that look like a rate of pay: {:,}.', failed) as what,
from staff_roster
cross join limits
where staff_roster.total_fte >= 0.5
    and staff_roster.annual_base_salary > 0
group by staff_roster.fiscal_year
