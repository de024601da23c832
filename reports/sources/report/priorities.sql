-- One row for each priority of the district's plan and for the rest, in each fiscal year, and a total.
with spending as (
    select * from release.spending
    where operating
),

amounts as (
    select
        fiscal_year,
        priority_id,
        priority_name,
        grouping(priority_id) = 1 as is_total,
        sum(amount)::decimal(18, 2) as amount,
    from spending
    group by grouping sets ((fiscal_year, priority_id, priority_name), (fiscal_year))
),

tied as (
    select
        fiscal_year,
        sum(amount)::decimal(18, 2) as operating_amount,
        coalesce(sum(amount) filter (where priority_id <> 'not_tied'), 0)::decimal(18, 2) as tied_amount,
    from spending
    group by fiscal_year
)

select
    amounts.fiscal_year::varchar as fiscal_year,
    case when amounts.is_total then 'total' else 'row' end as kind,
    case when amounts.is_total then 'All operating dollars' else amounts.priority_name end as name,
    row_number() over (
        partition by amounts.fiscal_year
        order by amounts.is_total, amounts.priority_id = 'not_tied', amounts.amount desc, amounts.priority_id
    )::integer as position,
    amounts.amount,
    round(amounts.amount / tied.operating_amount, 6)::decimal(18, 6) as share,
    words.percent(tied.tied_amount / tied.operating_amount) || ' of operating dollars, '
    || words.dollars(tied.tied_amount) || ', are tied to a priority of our plan in fiscal year '
    || amounts.fiscal_year || '; the rest, '
    || words.dollars(tied.operating_amount - tied.tied_amount) || ', is not.' as sentence,
from amounts
inner join tied
    on amounts.fiscal_year = tied.fiscal_year
order by amounts.fiscal_year, position
