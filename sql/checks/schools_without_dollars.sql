/*
title: A school has students and no dollars.
severity: warn
fix: Look for the school under another number in the ledger, or under "units that are not in the site list".
key: [fiscal_year, site_id]
partition: none
description: >
  A school with students and no dollars has another number in the ledger than in the enrollment file, or its dollars
  are held centrally. Only where the ledger names sites at all. A school that closed before the fall of the year has
  nothing to spend.
*/
with schools as (
    select * from marts.schools
),

closed as (
    select site_changes.site_id, min(site_changes.effective_on) as closed_on
    from core.site_changes
    where site_changes.event in ('closed', 'merged')
    group by site_changes.site_id
),

settings as (
    select * from staging.settings
)

select
    format('{}, fiscal year {}.', schools.site_name, schools.fiscal_year) as what,
    schools.fiscal_year,
    schools.site_id,
from schools
cross join settings
left join closed
    on closed.site_id = schools.site_id
where settings.chart_has_site
    and schools.site_type = 'school'
    and schools.students > 0
    and schools.school_reported_amount = 0
    and (closed.closed_on is null or closed.closed_on >= make_date(schools.fiscal_year - 1, 10, 1))
