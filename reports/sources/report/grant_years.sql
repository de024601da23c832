-- One row for each grant and fiscal year: what was spent until its last day.
select
    project_name as name,
    fiscal_year::varchar || case when in_progress then ' so far' else '' end as fiscal_year,
    spent_amount,
    nullif(after_end_amount, 0) as after_end_amount,
    left_amount,
    row_number() over (order by end_date, project_name, release.grants.fiscal_year)::integer as position,
from release.grants
order by position
