-- One row for each school, for all other sites together, and a total, of a fiscal year that has a budget.
with placed as (
    select
        *,
        case when site_type = 'school' then site_id end as school_id,
        case when site_type = 'school' then site_name else 'Central office, programs and other sites' end as name,
    from release.budget_against_actual
    where operating
),

amounts as (
    select
        fiscal_year,
        school_id,
        case when grouping(name) = 1 then 'All operating dollars' else name end as name,
        case when grouping(name) = 1 then 'total' else 'row' end as kind,
        sum(adopted_amount)::decimal(18, 2) as adopted_amount,
        sum(revised_amount)::decimal(18, 2) as revised_amount,
        sum(spent_amount)::decimal(18, 2) as spent_amount,
        sum(committed_amount)::decimal(18, 2) as committed_amount,
        sum(left_amount)::decimal(18, 2) as left_amount,
    from placed
    group by grouping sets ((fiscal_year, school_id, name), (fiscal_year))
)

select
    fiscal_year::varchar as fiscal_year,
    fiscal_year = max(fiscal_year) over () as is_newest,
    coalesce(school_id, '') as site_id,
    case when school_id in (select site_id from release.schools) then '/schools/' || url_encode(school_id) || '/' end as link,
    kind,
    name,
    row_number() over (partition by fiscal_year order by kind = 'total', school_id is null, name, school_id)::integer as position,
    adopted_amount,
    revised_amount,
    spent_amount,
    nullif(committed_amount, 0) as committed_amount,
    left_amount,
    case when revised_amount > 0
        then round((spent_amount + committed_amount) / revised_amount, 6)::decimal(18, 6) end as used_share,
from amounts
order by fiscal_year, position
