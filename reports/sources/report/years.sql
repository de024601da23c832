-- One row for each fiscal year that is compared: the dollars of the map.
select
    fiscal_year::varchar as fiscal_year,
    coalesce(sum(amount) filter (where operating), 0)::decimal(18, 2) as operating_amount,
    coalesce(sum(amount) filter (where not operating), 0)::decimal(18, 2) as outside_amount,
    coalesce(sum(amount) filter (where purpose_id = 'not_yet_assigned'), 0)::decimal(18, 2) as not_yet_assigned_amount,
    sum(amount)::decimal(18, 2) as amount,
from release.spending
where fiscal_year in (select fiscal_year from release.fiscal_years where is_compared)
group by fiscal_year
order by fiscal_year
