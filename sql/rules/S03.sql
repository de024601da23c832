/*
row: the salaries of a fiscal year's roster
description: >
  Far from the same job is measured in usual distances from the median of the job: the median distance times 1.4826.
  People with a whole job alone, since some rosters
  have the pay of a part of one and others of a whole. Jobs of fewer than ten of them have no usual salary.
*/
with staff_roster as (
    select * from staging.staff_roster
),

assignments as (
    select * from core.assignments
),

limits as (
    select * from staging.quality_thresholds
),

salaries as (
    select staff_roster.fiscal_year, staff_roster.staff_key, staff_roster.annual_base_salary as salary, max(assignments.job_code) as job_code
    from staff_roster
    left join assignments
        on assignments.fiscal_year = staff_roster.fiscal_year
        and assignments.staff_key = staff_roster.staff_key
    where staff_roster.annual_base_salary is not null
        and staff_roster.total_fte >= 1
    group by staff_roster.fiscal_year, staff_roster.staff_key, staff_roster.annual_base_salary
),

middles as (
    select
        salaries.*,
        median(salaries.salary) over job as middle,
        count(*) over job as job_people,
    from salaries
    window job as (partition by salaries.fiscal_year, salaries.job_code)
),

distances as (
    select
        middles.*,
        median(abs(middles.salary - middles.middle)) over (partition by middles.fiscal_year, middles.job_code) as usual_distance,
    from middles
),

years as (
    select
        distances.fiscal_year,
        count(*) as salaries,
        count(*) filter (where distances.salary <= 0 or distances.salary > limits.s03.highest) as impossible,
        count(*) filter (
            where distances.job_code is not null
                and distances.job_people >= 10
                and distances.usual_distance > 0
                and abs(distances.salary - distances.middle) > limits.s03.deviations * 1.4826 * distances.usual_distance
        ) as far_salaries,
    from distances
    cross join limits
    group by distances.fiscal_year
)

select
    years.fiscal_year,
    'salaries' as subject,
    quality_verdict(years.impossible > 0, years.far_salaries > limits.s03.warn_share * years.salaries) as verdict,
    years.salaries as checked,
    years.impossible + years.far_salaries as failed,
    format('Salaries that cannot be: {:,}; far from the same job: {:,} of {:,}.', years.impossible, years.far_salaries, years.salaries) as what,
from years
cross join limits
