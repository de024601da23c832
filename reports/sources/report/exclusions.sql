-- One row for each reason to leave dollars of the map's kind out, in each fiscal year, and a total. Budgets and
-- commitments are no dollars of that kind: they have a page of their own.
select
    fiscal_year::varchar as fiscal_year,
    case when grouping(exclusion_name) = 1 then 'total' else 'row' end as kind,
    case when grouping(exclusion_name) = 1 then 'All excluded' else exclusion_name end as name,
    words.amount_type(amount_type) as amount_type_name,
    row_number() over (
        partition by fiscal_year
        order by amount_type, grouping(exclusion_name), abs(sum(amount)) desc, exclusion_name
    )::integer as position,
    sum(lines)::bigint as lines,
    sum(amount)::decimal(18, 2) as amount,
from release.exclusions
where exclusion_id <> 'other_amount_type'
group by grouping sets ((fiscal_year, amount_type, exclusion_name), (fiscal_year, amount_type))
order by fiscal_year, position
