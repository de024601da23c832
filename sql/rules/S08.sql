/*
row: the people who lead classes in a school year
description: >
  A license counts that has not expired when the school year starts in August. Only in years with licenses. Counted,
  never named.
*/
with section_staff as (
    select * from staging.section_staff
),

staff_credentials as (
    select * from staging.staff_credentials
),

leads as (
    select distinct section_staff.school_year, section_staff.staff_key
    from section_staff
    where section_staff.role = 'lead'
        and section_staff.school_year in (select staff_credentials.fiscal_year from staff_credentials)
),

valid as (
    select distinct staff_credentials.fiscal_year, staff_credentials.staff_key
    from staff_credentials
    where coalesce(staff_credentials.expiry_date >= make_date(staff_credentials.fiscal_year - 1, 8, 1), true)
)

select
    leads.school_year as fiscal_year,
    'people' as subject,
    count(*) as checked,
    count(*) filter (where valid.staff_key is null) as failed,
    quality_verdict(false, failed > 0) as verdict,
    format('People who lead classes without a valid license on file: {:,}.', failed) as what,
from leads
left join valid
    on valid.fiscal_year = leads.school_year
    and valid.staff_key = leads.staff_key
group by leads.school_year
