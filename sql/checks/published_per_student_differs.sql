/*
title: Dollars per student that were published for a school are not those of the ledger.
severity: warn
fix: Tell the publisher; the map divides by itself and uses none of them.
key: [fiscal_year, site_id, fund_code]
partition: none
description: >
  A published figure that has lost a digit is not copied, and whoever compares the two must find it said.
*/
with published_per_student as (
    select * from marts.published_per_student
)

select
    format(
        'Fiscal year {}: the published dollars per student of {} ({}), {}, are not its dollars divided by its students.',
        published_per_student.fiscal_year,
        published_per_student.site_name,
        published_per_student.site_id,
        if(published_per_student.fund_code = 'all', 'all funds', 'fund ' || published_per_student.fund_code)
    ) as what,
    published_per_student.fiscal_year,
    published_per_student.site_id,
    published_per_student.fund_code,
from published_per_student
where not published_per_student.agrees
