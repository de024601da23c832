-- One row for each purpose and a total: this year so far, and the same months of the two years before.
with newest as (
    select max(fiscal_year) as fiscal_year from release.year_to_date
),

amounts as (
    select
        purpose_id,
        purpose_name,
        grouping(purpose_id) = 1 as is_total,
        coalesce(sum(amount) filter (where year_to_date.fiscal_year = newest.fiscal_year), 0)::decimal(18, 2) as amount,
        coalesce(sum(amount) filter (where year_to_date.fiscal_year = newest.fiscal_year - 1), 0)::decimal(18, 2) as before_amount,
        coalesce(sum(amount) filter (where year_to_date.fiscal_year = newest.fiscal_year - 2), 0)::decimal(18, 2) as earlier_amount,
    from release.year_to_date as year_to_date
    cross join newest
    where year_to_date.operating
    group by grouping sets ((purpose_id, purpose_name), ())
)

select
    case when is_total then 'total' else 'row' end as kind,
    case when is_total then 'All operating dollars' else purpose_name end as name,
    row_number() over (order by is_total, purpose_id = 'not_yet_assigned', amount desc, purpose_id)::integer as position,
    amount,
    before_amount,
    earlier_amount,
    (amount - before_amount)::decimal(18, 2) as change_amount,
    case when before_amount > 0 then round((amount - before_amount) / before_amount, 6)::decimal(18, 6) end as change_share,
from amounts
where is_total or amount <> 0 or before_amount <> 0 or earlier_amount <> 0
order by position
