/*
title: Some people are assigned to more than one full-time job.
severity: warn
fix: Ask the personnel office for people whose assignments overlap in the staff file.
key: [fiscal_year]
partition: fiscal_year
description: >
  More than 1.05 full-time equivalents of one person draw more of a central account to a site than was paid for. The
  message counts people, it never names one.
*/
with assignments as (
    select * from core.assignments
),

people as (
    select
        assignments.fiscal_year,
        assignments.staff_key,
        sum(assignments.fte) as fte,
    from assignments
    group by
        assignments.fiscal_year,
        assignments.staff_key
)

select
    format('Fiscal year {}: people with more than 1.05 full-time jobs: {:,}.', people.fiscal_year, count(*)) as what,
    people.fiscal_year,
from people
where people.fte > 1.05
group by people.fiscal_year
