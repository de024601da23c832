/*
row: the jobs with assignments in a fiscal year
description: >
  A job that the district's crosswalk gives no position type. The share is of all full-time jobs of the year. A job may
  be that of one person, so jobs are counted and not named.
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
        jobs.fiscal_year,
        count(*)::bigint as jobs,
        count(*) filter (where jobs.is_unknown) as unknown_jobs,
        sum(jobs.fte) as fte,
        coalesce(sum(jobs.fte) filter (where jobs.is_unknown), 0) as unknown_fte,
    from jobs
    group by jobs.fiscal_year
)

select
    years.fiscal_year,
    'jobs' as subject,
    quality_verdict(
        years.unknown_jobs > 0 and years.unknown_fte > limits.s07.block_share * years.fte,
        years.unknown_jobs > 0
    ) as verdict,
    years.jobs as checked,
    years.unknown_jobs as failed,
    format('Jobs without a position type: {}.', years.unknown_jobs) as what,
from years
cross join limits
