/*
row: the assignments of a fiscal year
description: >
  Two assignments are the same when person, site, job and share are, and their dates overlap; without dates nothing can
  be said.
*/
with staff_assignments as (
    select * from staging.staff_assignments
),

twice as (
    select first_one.fiscal_year, first_one.staff_key, first_one.assignment_no
    from staff_assignments as first_one
    inner join staff_assignments as second_one
        on second_one.fiscal_year = first_one.fiscal_year
        and second_one.staff_key = first_one.staff_key
        and second_one.site_id = first_one.site_id
        and second_one.job_code = first_one.job_code
        and second_one.fte = first_one.fte
        and second_one.assignment_no < first_one.assignment_no
        and second_one.begin_date <= coalesce(first_one.end_date, first_one.begin_date)
        and first_one.begin_date <= coalesce(second_one.end_date, second_one.begin_date)
),

years as (
    select
        staff_assignments.fiscal_year,
        count(*) as assignments,
        count(*) filter (where staff_assignments.end_date < staff_assignments.begin_date) as backward,
        count(distinct (twice.staff_key, twice.assignment_no)) filter (where twice.staff_key is not null) as repeated,
    from staff_assignments
    left join twice
        on twice.fiscal_year = staff_assignments.fiscal_year
        and twice.staff_key = staff_assignments.staff_key
        and twice.assignment_no = staff_assignments.assignment_no
    group by staff_assignments.fiscal_year
)

select
    years.fiscal_year,
    'assignments' as subject,
    quality_verdict(years.backward > 0, years.repeated > 0) as verdict,
    years.assignments as checked,
    years.backward + years.repeated as failed,
    format('Assignments that end before they begin: {:,}; that stand twice: {:,}.', years.backward, years.repeated) as what,
from years
