/*
row: professional learning of the latest year beside the first year of the map
key: [fiscal_year]
partition: none
audience: analyst
description: >
  How much it grew or fell, and how many times what the training function shows it is. One year alone has nothing
  before it.
*/
with professional_learning as (
    select * from marts.professional_learning
),

about as (
    select * from marts.about
)

select
    latest.fiscal_year,
    about.amount_word,
    latest.total_amount,
    latest.operating_share,
    latest.per_teacher,
    latest.function_amount,
    latest.initiatives,
    latest.tied_share,
    latest.default_share,
    round(latest.total_amount / nullif(latest.function_amount, 0), 6)::decimal(18,6) as times_function,
    earlier.fiscal_year as first_fiscal_year,
    earlier.initiatives as first_initiatives,
    earlier.tied_share as first_tied_share,
    round(
        (latest.total_amount - earlier.total_amount) / nullif(earlier.total_amount, 0), 6
    )::decimal(18,6) as change_share,
from professional_learning as latest
inner join about
    on about.latest_fiscal_year = latest.fiscal_year
left join professional_learning as earlier
    on earlier.fiscal_year = about.first_fiscal_year
    and earlier.fiscal_year < latest.fiscal_year
where latest.total_amount > 0
