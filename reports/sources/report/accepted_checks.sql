-- One row for each check that found something which a person accepted, so that the map could be published.
select
    check_title as title,
    case when checked_year = 'all' then null else checked_year end as fiscal_year,
    found_rows,
    acceptance_reason as reason,
    -- In groups, so that it does not make the table wide.
    concat_ws(' ', found_hash[1:16], found_hash[17:32], found_hash[33:48], found_hash[49:64]) as hash,
from release.accepted_checks
order by check_name, checked_year
