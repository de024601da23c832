/*
title: Assignments lie outside the fiscal year of their file.
severity: warn
fix: Ask the personnel office for the assignments of one year, if the file repeats those of earlier years or has those of the next one.
key: [fiscal_year]
partition: fiscal_year
description: >
  They end before July 1 of the year or begin after its June 30, or end before they begin. They are left out of every
  figure. The message counts them, it names nobody.
*/
with staff_assignments as (
    select * from staging.staff_assignments
)

select
    format(
        'Fiscal year {}: {:,} of {:,} assignments lie outside the year and are left out.',
        staff_assignments.fiscal_year,
        count(*) filter (where assignment_begin(staff_assignments.fiscal_year, staff_assignments.begin_date)
            > assignment_end(staff_assignments.fiscal_year, staff_assignments.end_date)),
        count(*)
    ) as what,
    staff_assignments.fiscal_year,
from staff_assignments
group by staff_assignments.fiscal_year
having bool_or(assignment_begin(staff_assignments.fiscal_year, staff_assignments.begin_date)
    > assignment_end(staff_assignments.fiscal_year, staff_assignments.end_date))
