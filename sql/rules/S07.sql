/*
row: one job with assignments in a fiscal year
description: >
  A job that the district's crosswalk gives no position type. The share is of all full-time jobs of the year.
*/
with assignments as (
    select * from core.assignments
),

limits as (
    select * from staging.quality_thresholds
),

jobs as (
    select
        assignments.fiscal_year,
        assignments.job_code,
        bool_and(assignments.position_type is null) as is_unknown,
        sum(assignments.fte) as fte,
    from assignments
    group by
        assignments.fiscal_year,
        assignments.job_code
),

years as (
    select
        jobs.*,
        sum(jobs.fte) over (partition by jobs.fiscal_year) as year_fte,
        sum(if(jobs.is_unknown, jobs.fte, 0)) over (partition by jobs.fiscal_year) as unknown_fte,
    from jobs
)

select
    years.fiscal_year,
    'job ' || years.job_code as subject,
    quality_verdict(
        years.is_unknown and years.unknown_fte > limits.s07.block_share * years.year_fte,
        years.is_unknown
    ) as verdict,
    1 as checked,
    if(verdict is null, 0, 1) as failed,
    'A job has no position type.' as what,
from years
cross join limits
