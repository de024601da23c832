-- One row for where the work acts, in each fiscal year that is compared, as coded and as comparable over years, and a total.
with spending as (
    select * from release.spending
    where operating and fiscal_year in (select fiscal_year from release.fiscal_years where is_compared)
),

amounts as (
    select
        fiscal_year,
        level,
        sum(amount)::decimal(18, 2) as amount,
    from spending
    group by fiscal_year, level
),

comparable as (
    select
        fiscal_year,
        comparable_level as level,
        sum(amount)::decimal(18, 2) as amount,
    from spending
    group by fiscal_year, comparable_level
),

totals as (
    select
        fiscal_year,
        sum(amount)::decimal(18, 2) as amount,
    from amounts
    group by fiscal_year
),

named as (
    select
        totals.fiscal_year,
        names.level,
        names.position,
        words.work(names.level) as name,
        'row' as kind,
        coalesce(amounts.amount, 0)::decimal(18, 2) as amount,
        coalesce(comparable.amount, 0)::decimal(18, 2) as comparable_amount,
        totals.amount as total_amount,
    from totals
    cross join (values ('school', 1), ('school_support', 2), ('central', 3)) as names (level, position)
    left join amounts
        on totals.fiscal_year = amounts.fiscal_year
        and names.level = amounts.level
    left join comparable
        on totals.fiscal_year = comparable.fiscal_year
        and names.level = comparable.level
    union all
    select fiscal_year, null, 4, 'All operating dollars', 'total', amount, amount, amount from totals
)

select
    fiscal_year::varchar as fiscal_year,
    kind,
    level,
    name,
    position,
    amount,
    round(amount / total_amount, 6)::decimal(18, 6) as share,
    comparable_amount,
    round(comparable_amount / total_amount, 6)::decimal(18, 6) as comparable_share,
    bool_or(amount <> comparable_amount) over () as is_restated,
    case when kind = 'row' then 'In fiscal year ' || fiscal_year || ', ' || words.percent(amount / total_amount)
        || ' of operating dollars pay for ' || lower(name) || '.' end as sentence,
from named
order by fiscal_year, position
