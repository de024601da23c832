/*
row: people of the roster of a fiscal year who were not paid in it
description: >
  People who have left before, and those without a job to fill, are not expected to be paid. Counted, never named.
*/
with payroll as (
    select * from core.payroll
),

staff_roster as (
    select * from staging.staff_roster
),

limits as (
    select * from staging.quality_thresholds
),

years as (
    select
        staff_roster.fiscal_year,
        count(*) as people,
        count(*) filter (where payroll.staff_key is null) as unpaid_people,
    from staff_roster
    left join (select distinct payroll.fiscal_year, payroll.staff_key from payroll) as payroll
        on payroll.fiscal_year = staff_roster.fiscal_year
        and payroll.staff_key = staff_roster.staff_key
    where staff_roster.total_fte > 0
        and (staff_roster.exit_date is null or staff_roster.exit_date >= staff_roster.snapshot_date)
        and staff_roster.fiscal_year in (select payroll.fiscal_year from payroll)
    group by staff_roster.fiscal_year
)

select
    years.fiscal_year,
    'people' as subject,
    quality_verdict(false, years.unpaid_people > limits.k06.warn_share * years.people) as verdict,
    years.people as checked,
    years.unpaid_people as failed,
    format('People of the roster without pay: {:,} of {:,}.', years.unpaid_people, years.people) as what,
from years
cross join limits
