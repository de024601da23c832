/*
row: one kind of file but the ledger in a fiscal year
key: [file_kind, fiscal_year]
partition: none
audience: analyst
description: >
  How many rows each list has that is made once a year, beside which those of the next year are laid. Payroll of a year
  in progress is not whole yet and is left out.
*/
with fiscal_years as (
    select * from core.fiscal_years
),

payroll_lines as (
    select * from staging.payroll_lines
),

staff_roster as (
    select * from staging.staff_roster
),

enrollment_counts as (
    select * from staging.enrollment_counts
),

outcome_aggregates as (
    select * from staging.outcome_aggregates
),

lists as (
    select 'payroll' as file_kind, payroll_lines.fiscal_year
    from payroll_lines
    where payroll_lines.fiscal_year not in (select fiscal_years.fiscal_year from fiscal_years where fiscal_years.in_progress)
    union all
    select 'staff roster', staff_roster.fiscal_year
    from staff_roster
    union all
    select 'enrollment', enrollment_counts.school_year
    from enrollment_counts
    union all
    select 'results', outcome_aggregates.school_year
    from outcome_aggregates
)

select
    lists.file_kind,
    lists.fiscal_year,
    count(*)::bigint as rows,
from lists
group by
    lists.file_kind,
    lists.fiscal_year
