-- One row for each school and purpose of the latest fiscal year: its dollars by measure, and a total.
with spending as (
    select spending.*
    from release.spending as spending
    inner join release.about as about
        on spending.fiscal_year = about.latest_fiscal_year
    where
        spending.site_type = 'school'
        and spending.measure <> 'none'
),

amounts as (
    select
        site_id,
        purpose_id,
        purpose_name,
        grouping(purpose_id) = 1 as is_total,
        coalesce(sum(amount) filter (where measure = 'school_reported'), 0)::decimal(18, 2) as school_reported_amount,
        coalesce(sum(amount) filter (where measure = 'central_people_and_grants'), 0)::decimal(18, 2) as central_people_amount,
        coalesce(sum(amount) filter (where measure = 'central_pool'), 0)::decimal(18, 2) as central_pool_amount,
        sum(amount)::decimal(18, 2) as amount,
    from spending
    group by grouping sets ((site_id, purpose_id, purpose_name), (site_id))
)

select
    amounts.site_id,
    case when amounts.is_total then 'total' else 'row' end as kind,
    case when amounts.is_total then 'All dollars shown of this school' else amounts.purpose_name end as name,
    row_number() over (
        partition by amounts.site_id
        order by amounts.is_total, amounts.purpose_id = 'not_yet_assigned', amounts.amount desc, amounts.purpose_id
    )::integer as position,
    amounts.school_reported_amount,
    amounts.central_people_amount,
    amounts.central_pool_amount,
    amounts.amount,
    round(amounts.amount / nullif(sum(amounts.amount) filter (where amounts.is_total) over (partition by amounts.site_id), 0), 6)::decimal(18, 6) as share,
    round(amounts.amount / schools.students, 2)::decimal(18, 2) as per_student,
from amounts
inner join release.about as about
    on true
left join release.schools as schools
    on amounts.site_id = schools.site_id
    and schools.fiscal_year = about.latest_fiscal_year
order by amounts.site_id, position
