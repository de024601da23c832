/*
row: operating dollars of the year in progress so far, or of the same part of an earlier year
key: [fiscal_year]
partition: none
audience: analyst
description: >
  The year so far beside the same periods of each earlier year, in dollars and per student of its own year. Empty when no
  year is in progress.
*/
with year_to_date as (
    select * from marts.year_to_date
),

district_years as (
    select * from marts.district_years
),

dollars as (
    select
        year_to_date.fiscal_year,
        year_to_date.through_period,
        sum(year_to_date.amount) filter (where year_to_date.operating) as amount,
    from year_to_date
    group by
        year_to_date.fiscal_year,
        year_to_date.through_period
)

select
    dollars.fiscal_year,
    dollars.through_period,
    dollars.amount::decimal(18,2) as to_date_amount,
    round(dollars.amount / nullif(district_years.students, 0), 2)::decimal(18,2) as to_date_per_student,
from dollars
inner join district_years
    on district_years.fiscal_year = dollars.fiscal_year
