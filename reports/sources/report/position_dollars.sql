-- One row for each kind of position of the newest list, and a total: filled, vacant, and what the budget has for them.
select
    max(fiscal_year)::varchar as fiscal_year,
    case when grouping(position_type) = 1 then 'total' else 'row' end as kind,
    case when grouping(position_type) = 1 then 'All positions' else position_name end as name,
    sum(positions)::bigint as positions,
    sum(vacant_positions)::bigint as vacant_positions,
    sum(budgeted_fte)::decimal(18, 4) as budgeted_fte,
    sum(budgeted_salary)::decimal(18, 2) as budgeted_salary,
    sum(budgeted_benefits)::decimal(18, 2) as budgeted_benefits,
    row_number() over (order by grouping(position_type), position_type = 'other', sum(budgeted_fte) desc, position_name)::integer as position,
from release.position_dollars
where fiscal_year = (select max(fiscal_year) from release.position_dollars)
group by grouping sets ((position_type, position_name), ())
having count(*) > 0
order by position
