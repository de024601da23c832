/*
row: the people of a fiscal year who left in it, or the contracts of its jobs
description: >
  A fiscal year is taken to start in July; pay of some periods after the last day is final pay. Counted, never named.
*/
with staff_roster as (
    select * from staging.staff_roster
),

payroll_lines as (
    select * from staging.payroll_lines
),

job_codes as (
    select * from staging.job_codes
),

limits as (
    select * from staging.quality_thresholds
),

left_in_year as (
    select
        staff_roster.fiscal_year,
        staff_roster.staff_key,
        datediff('month', make_date(staff_roster.fiscal_year - 1, 7, 1), staff_roster.exit_date) + 1 as last_period,
    from staff_roster
    where staff_roster.exit_date between make_date(staff_roster.fiscal_year - 1, 7, 1) and make_date(staff_roster.fiscal_year, 6, 30)
),

paid_after as (
    select
        left_in_year.fiscal_year,
        left_in_year.staff_key,
        bool_or(payroll_lines.fiscal_period between left_in_year.last_period + limits.s12.periods + 1 and 12) as is_late,
    from left_in_year
    inner join payroll_lines
        on payroll_lines.fiscal_year = left_in_year.fiscal_year
        and payroll_lines.staff_key = left_in_year.staff_key
    cross join limits
    where payroll_lines.fiscal_period is not null
    group by
        left_in_year.fiscal_year,
        left_in_year.staff_key
)

select
    paid_after.fiscal_year,
    'people who left' as subject,
    count(*) as checked,
    count(*) filter (where paid_after.is_late) as failed,
    quality_verdict(false, failed > max(limits.s12.warn_share) * checked) as verdict,
    format('People who left and were paid long after: {:,}.', failed) as what,
from paid_after
cross join limits
group by paid_after.fiscal_year

union all

select
    job_codes.fiscal_year,
    'contract days',
    count(*),
    count(*) filter (where job_codes.contract_days not between limits.s12.fewest_days and limits.s12.most_days) as failed,
    quality_verdict(false, failed > 0),
    format('Jobs with an unusual number of contract days: {:,}.', failed),
from job_codes
cross join limits
where job_codes.contract_days is not null
group by job_codes.fiscal_year
