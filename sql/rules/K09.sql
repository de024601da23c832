/*
row: one school of a fiscal year with its students and its dollars
description: >
  Only where the ledger names sites at all. A school that the enrollment file does not list is told only when the file
  lists others of the same year. A school that closed before the fall of the year has nothing to spend.
*/
with schools as (
    select * from marts.schools
),

settings as (
    select * from staging.settings
),

students as (
    select * from core.students
),

closed as (
    select site_changes.site_id, min(site_changes.effective_on) as closed_on
    from core.site_changes
    where site_changes.event in ('closed', 'merged')
    group by site_changes.site_id
)

select
    schools.fiscal_year,
    schools.site_id as subject,
    quality_verdict(
        false,
        (coalesce(schools.students, 0) > 0) <> (schools.school_reported_amount <> 0)
    ) as verdict,
    1 as checked,
    if(verdict is null, 0, 1) as failed,
    format(
        '{}, fiscal year {}: {}.', schools.site_name, schools.fiscal_year,
        if(schools.school_reported_amount = 0, 'students and no dollars', 'dollars and no students')
    ) as what,
from schools
cross join settings
left join closed
    on closed.site_id = schools.site_id
where settings.chart_has_site
    and schools.site_type = 'school'
    and schools.school_reported_amount is not null
    and schools.fiscal_year in (select students.school_year from students)
    and (closed.closed_on is null or closed.closed_on >= make_date(schools.fiscal_year - 1, 10, 1))
