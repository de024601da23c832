/*
row: one grant in one fiscal year of the ledger, from the year in which it begins
key: [project_code, fiscal_year]
partition: none
audience: public
description: >
  Grants over their award life: what each year spent until the last day, what was booked after it, and what was left of
  the award at the end of the year, or so far.
*/
with grant_years as (
    select * from marts.grant_years
)

select
    grant_years.project_code,
    grant_years.project_name,
    grant_years.funding_level,
    grant_years.award_amount,
    grant_years.start_date,
    grant_years.end_date,
    grant_years.began_before_ledger,
    grant_years.fiscal_year,
    grant_years.in_progress,
    grant_years.spent_amount,
    grant_years.after_end_amount,
    grant_years.left_amount,
from grant_years
