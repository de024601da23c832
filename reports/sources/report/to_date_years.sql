-- One row for each fiscal year: operating dollars through the last period of the year in progress.
with totals as (
    select
        fiscal_year,
        max(through_period) as through_period,
        sum(amount) filter (where operating)::decimal(18, 2) as amount,
    from release.year_to_date
    group by fiscal_year
)

select
    totals.fiscal_year::varchar as fiscal_year,
    totals.fiscal_year = max(totals.fiscal_year) over () as is_this_year,
    totals.through_period::integer as through_period,
    totals.amount,
    (totals.amount - lag(totals.amount) over years)::decimal(18, 2) as change_amount,
    round(
        (totals.amount - lag(totals.amount) over years) / nullif(lag(totals.amount) over years, 0), 6
    )::decimal(18, 6) as change_share,
    round(totals.amount / nullif(years.operating_amount / nullif(years.operating_per_student, 0), 0), 2)::decimal(18, 2) as per_student,
    case when years.in_progress then null
        else round(totals.amount / nullif(years.operating_amount, 0), 6)::decimal(18, 6) end as whole_year_share,
from totals
inner join release.fiscal_years as years
    on totals.fiscal_year = years.fiscal_year
window years as (order by totals.fiscal_year)
order by totals.fiscal_year
