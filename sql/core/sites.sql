/*
row: one place that dollars or students are recorded at, in a fiscal year
key: [fiscal_year, site_id]
partition: fiscal_year
audience: analyst
answers: dollars and people by school, under its name, level and network
description: >
  The district's own list of schools and offices, and every unit that the ledger names beside it. A unit that is
  not in the list keeps its dollars under site type "unlisted", so that nothing is lost by a list that is behind. The
  district can name such units itself, in coding/sites.csv.
*/
with organizations as (
    select * from staging.organizations
    -- The first of a key: checks.list_records_once refuses a second one, in words.
    qualify row_number() over (
        partition by organizations.fiscal_year, organizations.site_id
        order by organizations.source_id, organizations.source_file_key, organizations.record_no, organizations.record_part
    ) = 1
),

ledger_lines as (
    select * from core.ledger_lines
),

own_sites as (
    select * from staging.own_sites
),

unlisted as (
    select distinct
        ledger_lines.fiscal_year,
        ledger_lines.site_id,
    from ledger_lines
    left join organizations
        on organizations.fiscal_year = ledger_lines.fiscal_year
        and organizations.site_id = ledger_lines.site_id
    where ledger_lines.site_id is not null and organizations.site_id is null
)

select
    organizations.fiscal_year,
    organizations.site_id,
    organizations.site_name,
    organizations.site_type,
    organizations.school_level,
    parents.site_id as network_id,
    parents.site_name as network_name,
    organizations.site_type = 'school' as is_school,
from organizations
-- A school that reports to the central office belongs to no network.
left join organizations as parents
    on parents.fiscal_year = organizations.fiscal_year
    and parents.site_id = organizations.parent_site_id
    and parents.site_type <> 'central'

union all

select
    unlisted.fiscal_year,
    unlisted.site_id,
    coalesce(own_sites.site_name, 'Unit ' || unlisted.site_id || ' (not in the site list)') as site_name,
    coalesce(own_sites.site_type, 'unlisted') as site_type,
    null as school_level,
    null as network_id,
    null as network_name,
    coalesce(own_sites.site_type = 'school', false) as is_school,
from unlisted
left join own_sites
    on own_sites.site_id = unlisted.site_id
