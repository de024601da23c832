/*
row: the people of a fiscal year's roster with a day of hire or of leaving
description: >
  Days that cannot be, and people who left without a reason in a roster that has reasons. Counted, never named.
*/
with staff_roster as (
    select * from staging.staff_roster
),

years as (
    select
        staff_roster.fiscal_year,
        count(*) as people,
        count(*) filter (
            where staff_roster.hire_date > staff_roster.snapshot_date
                or staff_roster.exit_date < staff_roster.hire_date
        ) as impossible,
        count(*) filter (where staff_roster.exit_date is not null and staff_roster.exit_reason is null) as without_reason,
        count(staff_roster.exit_reason) > 0 as has_reasons,
    from staff_roster
    where staff_roster.hire_date is not null
        or staff_roster.exit_date is not null
    group by staff_roster.fiscal_year
)

select
    years.fiscal_year,
    'people' as subject,
    quality_verdict(years.impossible > 0, years.has_reasons and years.without_reason > 0) as verdict,
    years.people as checked,
    years.impossible + if(years.has_reasons, years.without_reason, 0) as failed,
    format('People with days that cannot be: {:,}; who left without a reason: {:,}.', years.impossible, years.without_reason) as what,
from years
