/*
title: A school has students and no dollars.
severity: warn
fix: Look for the school under another number in the ledger, or under "units that are not in the site list".
key: [fiscal_year, site_id]
partition: none
description: >
  A school with students and no dollars has another number in the ledger than in the enrollment file, or its dollars
  are held centrally. Only where the ledger names sites at all.
*/
with schools as (
    select * from marts.schools
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
where settings.chart_has_site
    and schools.site_type = 'school'
    and schools.students > 0
    and schools.school_reported_amount = 0
