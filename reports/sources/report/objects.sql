-- One row for what operating dollars buy, in each fiscal year, and a total.
with spending as (
    select * from release.spending
    where operating
),

amounts as (
    select
        fiscal_year,
        object_group as id,
        grouping(object_group) = 1 as is_total,
        coalesce(object_group_name, 'Not given') as name,
        sum(amount)::decimal(18, 2) as amount,
    from spending
    group by grouping sets ((fiscal_year, object_group, object_group_name), (fiscal_year))
)

select
    fiscal_year::varchar as fiscal_year,
    case when is_total then 'total' else 'row' end as kind,
    id,
    case when is_total then 'All operating dollars' else name end as name,
    row_number() over (
        partition by fiscal_year
        order by is_total, name = 'Not given', amount desc, id
    )::integer as position,
    amount,
    round(amount / sum(amount) filter (where is_total) over (partition by fiscal_year), 6)::decimal(18, 6) as share,
from amounts
order by fiscal_year, position
