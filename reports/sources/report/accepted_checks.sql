-- One row for each check that found something which a person accepted, so that the map could be published.
select
    check_title as title,
    case when checked_year = 'all' then null else checked_year end as fiscal_year,
    found_rows,
    acceptance_reason as reason,
    found_hash as hash,
from release.accepted_checks
order by check_name, checked_year
