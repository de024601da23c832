/*
row: one kind of pay
description: >
  Its name sounds like training, and the list says neither that it is for professional learning nor that it is not.
*/
with earn_codes as (
    select * from staging.earn_codes
)

select
    null as fiscal_year,
    'pay ' || earn_codes.earn_code as subject,
    quality_verdict(
        false,
        regexp_matches(earn_codes.earn_name, '(?i)\bPD\b|prof.*dev|professional learning|training|in-?service|workshop')
        and earn_codes.professional_learning is null
    ) as verdict,
    1 as checked,
    if(verdict is null, 0, 1) as failed,
    format('{}: {}.', earn_codes.earn_code, earn_codes.earn_name) as what,
from earn_codes
