/*
row: one kind of file, and how new what it says is
key: [kind]
partition: none
audience: analyst
answers: the day as of which people and dollars are
description: >
  Files come late, and not together: the latest date in the ledger, in the files of staff, students, results and the
  budget, or the latest year where a file names no date. Of the inputs alone, never of the day of the refresh.
*/
with district_years as (
    select * from marts.district_years
),

staff_roster as (
    select * from staging.staff_roster
),

staff_assignments as (
    select * from staging.staff_assignments
),

positions as (
    select * from staging.positions
),

students as (
    select * from core.students
),

outcomes as (
    select * from core.outcomes
),

budget_lines as (
    select * from core.budget_lines
    where budget_lines.amount_type <> 'budget_proposed'
),

-- A file without a date is known by its year alone.
dates as (
    select 1 as position, 'ledger' as kind, district_years.fiscal_year as year_of, district_years.ledger_as_of as day
    from district_years
    union all
    select 2, 'staffing', staff_roster.fiscal_year, staff_roster.snapshot_date from staff_roster
    union all
    select 2, 'staffing', staff_assignments.fiscal_year, null from staff_assignments
    union all
    select 3, 'positions', positions.fiscal_year, positions.snapshot_date from positions
    union all
    select 4, 'enrollment', students.school_year, students.count_date from students
    union all
    select 5, 'results', outcomes.school_year, null from outcomes
    union all
    select 6, 'budget', budget_lines.fiscal_year, budget_lines.as_of_date from budget_lines
),

latest as (
    select
        dates.position,
        dates.kind,
        max(dates.year_of)::integer as fiscal_year,
        max(dates.day) as as_of,
    from dates
    group by dates.position, dates.kind
)

select
    latest.kind,
    latest.position::integer as position,
    latest.fiscal_year,
    latest.as_of,
    latest.kind
        || case
            when latest.as_of is not null
                then if(latest.kind = 'ledger', ' to ', ' ') || strftime(latest.as_of, '%b %-d, %Y')
            when latest.kind in ('enrollment', 'results') then format(' of {}-{:02d}', latest.fiscal_year - 1, latest.fiscal_year % 100)
            else ' of fiscal year ' || latest.fiscal_year
        end as label,
from latest
