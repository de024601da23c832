-- One row for each school and way in which dollars of the latest fiscal year were followed to it, and a total.
with amounts as (
    select
        spending.site_id,
        spending.attribution,
        grouping(spending.attribution) = 1 as is_total,
        sum(spending.amount)::decimal(18, 2) as amount,
    from release.spending as spending
    inner join release.about as about
        on spending.fiscal_year = about.latest_fiscal_year
    where
        spending.site_type = 'school'
        and spending.measure <> 'none'
    group by grouping sets ((spending.site_id, spending.attribution), (spending.site_id))
)

select
    site_id,
    case when is_total then 'total' else 'row' end as kind,
    case when is_total then 'All dollars shown of this school' else words.sentence_case(attribution) end as name,
    case
        when is_total then null
        when attribution = 'recorded at the site' then 'The ledger line itself names this school.'
        when attribution = 'follows salary' then 'Benefits, counted where the salaries went that they belong to.'
        when attribution = 'by assignment' then 'Staff paid centrally, for the time that they are assigned here.'
        when attribution like 'by the grant%' then 'A grant paid centrally, for its share at this school.'
        when attribution = 'by students' then 'Central services, shared by the number of students.'
    end as explanation,
    row_number() over (
        partition by site_id
        order by is_total, amount desc, attribution
    )::integer as position,
    amount,
    round(amount / nullif(sum(amount) filter (where is_total) over (partition by site_id), 0), 6)::decimal(18, 6) as share,
from amounts
order by site_id, position
