-- One row for each school: what the ledger records there this year so far, and in the same months of the year before.
with newest as (
    select max(fiscal_year) as fiscal_year from release.year_to_date
),

amounts as (
    select
        year_to_date.site_id,
        max(year_to_date.site_name) as name,
        sum(amount) filter (where year_to_date.fiscal_year = newest.fiscal_year)::decimal(18, 2) as amount,
        sum(amount) filter (where year_to_date.fiscal_year = newest.fiscal_year - 1)::decimal(18, 2) as before_amount,
    from release.year_to_date as year_to_date
    cross join newest
    where year_to_date.operating and year_to_date.site_type = 'school'
    group by year_to_date.site_id
),

closed as (
    select site_id, strftime(min(effective_on), '%B %-d, %Y') as closed_on
    from release.site_changes
    where event in ('closed', 'merged')
    group by site_id
)

select
    amounts.site_id,
    '/schools/' || url_encode(amounts.site_id) || '/' as link,
    amounts.name || case when closed.site_id is not null and amounts.amount is null
        then ' (closed since ' || closed.closed_on || ')' else '' end as name,
    schools.students,
    amounts.amount,
    amounts.before_amount,
    case when amounts.before_amount > 0 and amounts.amount is not null
        then round((amounts.amount - amounts.before_amount) / amounts.before_amount, 6)::decimal(18, 6) end as change_share,
    words.dollars(amounts.amount) || ' at this school'
    || coalesce(', ' || words.dollars(round(amounts.amount / nullif(schools.students, 0))) || ' per student, year to date', '')
    || coalesce('; in the same months of the year before it was ' || words.dollars(amounts.before_amount), '')
    || '.' as sentence,
    round(amounts.amount / nullif(schools.students, 0), 2)::decimal(18, 2) as per_student,
    round(amounts.before_amount / nullif(before.students, 0), 2)::decimal(18, 2) as before_per_student,
    row_number() over (order by amounts.name, amounts.site_id)::integer as position,
from amounts
cross join newest
left join closed
    on amounts.site_id = closed.site_id
left join release.schools as schools
    on amounts.site_id = schools.site_id
    and schools.fiscal_year = newest.fiscal_year
left join release.schools as before
    on amounts.site_id = before.site_id
    and before.fiscal_year = newest.fiscal_year - 1
where amounts.amount <> 0 or amounts.before_amount <> 0
order by position
