/*
row: what one check found in a fiscal year, or in all years together, and a person accepted
key: [check_name, checked_year]
partition: none
audience: public
description: >
  What a reader must know before trusting the map: checks that found something which a person accepted, and why.
*/
with accepted_checks as (
    select * from marts.accepted_checks
)

select
    accepted_checks.check_name,
    accepted_checks.checked_year,
    accepted_checks.check_title,
    accepted_checks.found_rows,
    accepted_checks.acceptance_reason,
    accepted_checks.found_hash,
from accepted_checks
