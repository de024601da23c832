/*
row: a part of a fiscal year that is summed up, from its beginning through a period
key: [fiscal_year, through_period]
partition: none
audience: analyst
description: >
  The year in progress through its last period, the same part of each earlier year whose ledger tells periods, and each
  year in which a grant ends, through the period of its end. Of several years that lack their last periods the latest is
  the one in progress.
*/
with fiscal_years as (
    select * from core.fiscal_years
),

grants as (
    select * from staging.grants
),

progress as (
    select fiscal_years.fiscal_year, fiscal_years.last_period
    from fiscal_years
    where fiscal_years.in_progress
    qualify row_number() over (order by fiscal_years.fiscal_year desc) = 1
),

parts as (
    select fiscal_years.fiscal_year, progress.last_period as through_period, true as is_to_date
    from fiscal_years
    cross join progress
    where fiscal_years.has_periods or fiscal_years.fiscal_year = progress.fiscal_year
    union all
    select fiscal_years.fiscal_year, fiscal_period_of(grants.end_date), false
    from fiscal_years
    inner join grants
        on fiscal_year_of(grants.end_date) = fiscal_years.fiscal_year
    where fiscal_years.has_periods and fiscal_period_of(grants.end_date) < 12
)

select
    parts.fiscal_year,
    parts.through_period::integer as through_period,
    bool_or(parts.is_to_date) as is_to_date,
from parts
group by parts.fiscal_year, parts.through_period
