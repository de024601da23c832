/*
row: one fiscal year of the ledger
key: [fiscal_year]
partition: none
audience: public
description: >
  How far the ledger of each year has come. Dollars of a year in progress are year to date, and so is what is divided
  by its students, here and in every table; whole years are compared only with whole years, and the year so far with
  the same periods of earlier years.
*/
with district_years as (
    select * from marts.district_years
),

to_date_years as (
    select * from marts.to_date_years
),

about as (
    select * from marts.about
)

select
    district_years.fiscal_year,
    district_years.last_period,
    district_years.in_progress,
    district_years.ledger_as_of,
    district_years.fiscal_year between about.first_fiscal_year and about.latest_fiscal_year
        and (about.year_to_date or not district_years.in_progress) as is_compared,
    district_years.operating_amount,
    district_years.operating_per_student,
    to_date_years.through_period,
    to_date_years.to_date_amount,
    to_date_years.to_date_per_student,
from district_years
cross join about
left join to_date_years
    on to_date_years.fiscal_year = district_years.fiscal_year
