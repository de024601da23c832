/*
row: what one check found in a fiscal year, or in all years together, and a person accepted
key: [check_name, checked_year]
partition: none
audience: analyst
description: >
  Checks that found something and would have kept the map from being published, had a person not accepted exactly
  that. Empty as a rule. Who accepted it, and when, is kept beside the edition and stands in no table.
*/
with accepted_checks as (
    select * from staging.accepted_checks
)

select
    accepted_checks.check_name,
    accepted_checks.checked_year,
    accepted_checks.check_title,
    accepted_checks.found_rows,
    accepted_checks.acceptance_reason,
    accepted_checks.found_hash,
from accepted_checks
