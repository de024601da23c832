/*
row: the rows of one kind of file in a fiscal year beside those of the year before
description: >
  The ledger of a year in progress is compared with the same periods of the year before; payroll of such a year is not
  compared.
*/
with ledger_periods as (
    select * from marts.ledger_periods
),

fiscal_years as (
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

limits as (
    select * from staging.quality_thresholds
),

-- A list that is made once a year; payroll of a year in progress is not whole yet.
lists as (
    select 'payroll' as file_kind, payroll_lines.fiscal_year, count(*) as records
    from payroll_lines
    where payroll_lines.fiscal_year not in (select fiscal_years.fiscal_year from fiscal_years where fiscal_years.in_progress)
    group by payroll_lines.fiscal_year
    union all
    select 'staff roster', staff_roster.fiscal_year, count(*) from staff_roster group by staff_roster.fiscal_year
    union all
    select 'enrollment', enrollment_counts.school_year, count(*) from enrollment_counts group by enrollment_counts.school_year
    union all
    select 'results', outcome_aggregates.school_year, count(*) from outcome_aggregates group by outcome_aggregates.school_year
),

counted as (
    select
        'ledger' as file_kind,
        fiscal_years.fiscal_year,
        sum(if(ledger_periods.fiscal_year = fiscal_years.fiscal_year, ledger_periods.lines, 0))::bigint as rows_now,
        sum(if(ledger_periods.fiscal_year < fiscal_years.fiscal_year, ledger_periods.lines, 0))::bigint as rows_before,
    from fiscal_years
    inner join ledger_periods
        on ledger_periods.fiscal_year in (fiscal_years.fiscal_year, fiscal_years.fiscal_year - 1)
        and (not fiscal_years.in_progress or ledger_periods.fiscal_period <= fiscal_years.last_period)
    group by fiscal_years.fiscal_year

    union all

    select later.file_kind, later.fiscal_year, later.records, earlier.records
    from lists as later
    inner join lists as earlier
        on earlier.file_kind = later.file_kind
        and earlier.fiscal_year + 1 = later.fiscal_year
)

select
    counted.fiscal_year,
    counted.file_kind as subject,
    quality_verdict(
        counted.rows_now < limits.f16.block_below * counted.rows_before,
        abs(counted.rows_now - counted.rows_before) > limits.f16.warn_change * counted.rows_before
    ) as verdict,
    1 as checked,
    if(verdict is null, 0, 1) as failed,
    format(
        'Rows of the {}: {:,}; in the year before {:,}.', counted.file_kind, counted.rows_now, counted.rows_before
    ) as what,
from counted
cross join limits
where counted.rows_before >= limits.f16.least_rows
