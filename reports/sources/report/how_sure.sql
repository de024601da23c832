-- One row for how dollars got their purpose, in each fiscal year, and a total.
with amounts as (
    select
        fiscal_year,
        how_sure,
        purpose_id = 'not_yet_assigned' as is_not_yet_assigned,
        grouping(how_sure) = 1 as is_total,
        sum(amount)::decimal(18, 2) as amount,
    from release.spending
    group by grouping sets ((fiscal_year, how_sure, is_not_yet_assigned), (fiscal_year))
)

select
    fiscal_year::varchar as fiscal_year,
    case when is_total then 'total' else 'row' end as kind,
    case
        when is_total then 'All dollars of this map'
        when is_not_yet_assigned then 'Not yet assigned'
        else words.how_sure(how_sure)
    end as name,
    row_number() over (
        partition by fiscal_year
        order by is_total, is_not_yet_assigned, how_sure = 'default', sum(amount) desc, how_sure
    )::integer as position,
    sum(amount)::decimal(18, 2) as amount,
    round(sum(amount) / sum(sum(amount)) filter (where is_total) over (partition by fiscal_year), 6)::decimal(18, 6) as share,
from amounts
group by fiscal_year, is_total, is_not_yet_assigned, how_sure
order by fiscal_year, position
