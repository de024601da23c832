-- One row for each fiscal year: operating dollars through the last period of the year in progress.
select
    fiscal_year::varchar as fiscal_year,
    fiscal_year = max(fiscal_year) over () as is_this_year,
    through_period::integer as through_period,
    to_date_amount as amount,
    (to_date_amount - lag(to_date_amount) over years)::decimal(18, 2) as change_amount,
    round(
        (to_date_amount - lag(to_date_amount) over years) / nullif(lag(to_date_amount) over years, 0), 6
    )::decimal(18, 6) as change_share,
    to_date_per_student as per_student,
    case when in_progress then null
        else round(to_date_amount / nullif(operating_amount, 0), 6)::decimal(18, 6) end as whole_year_share,
from release.fiscal_years
where through_period is not null
window years as (order by fiscal_year)
order by fiscal_year
