-- One row for each priority of the district's plan and for the rest, in each fiscal year that is compared, and totals.
with spending as (
    select * from release.spending
    where operating and fiscal_year in (select fiscal_year from release.fiscal_years where is_compared)
),

amounts as (
    select
        fiscal_year,
        priority_id,
        priority_name,
        case when priority_id = 'not_tied' then 3 else 1 end as section,
        sum(amount)::decimal(18, 2) as amount,
    from spending
    group by fiscal_year, priority_id, priority_name
),

tied as (
    select
        fiscal_year,
        sum(amount)::decimal(18, 2) as operating_amount,
        coalesce(sum(amount) filter (where priority_id <> 'not_tied'), 0)::decimal(18, 2) as tied_amount,
    from spending
    group by fiscal_year
),

rows as (
    select * from amounts
    union all
    select fiscal_year, null, 'All that is tied to our plan', 2, tied_amount from tied
    union all
    select fiscal_year, null, 'All operating dollars', 4, operating_amount from tied
)

select
    rows.fiscal_year::varchar as fiscal_year,
    case rows.section when 2 then 'subtotal' when 4 then 'total' else 'row' end as kind,
    rows.priority_name as name,
    row_number() over (
        partition by rows.fiscal_year
        order by rows.section, rows.amount desc, rows.priority_id
    )::integer as position,
    rows.amount,
    round(rows.amount / nullif(tied.operating_amount, 0), 6)::decimal(18, 6) as share,
    words.percent(tied.tied_amount / nullif(tied.operating_amount, 0)) || ' of operating dollars, '
    || words.dollars(tied.tied_amount) || ', are tied to a priority of our plan in fiscal year '
    || rows.fiscal_year || '; the rest, '
    || words.dollars(tied.operating_amount - tied.tied_amount) || ', is not.' as sentence,
from rows
inner join tied
    on rows.fiscal_year = tied.fiscal_year
order by rows.fiscal_year, position
