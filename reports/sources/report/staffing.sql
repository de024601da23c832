-- One row for each school and position of the latest fiscal year that has staff, and a total.
select
    staffing.fiscal_year::varchar as fiscal_year,
    staffing.site_id,
    case when grouping(staffing.position_name) = 1 then 'total' else 'row' end as kind,
    case when grouping(staffing.position_name) = 1 then 'All positions' else staffing.position_name end as name,
    row_number() over (
        partition by staffing.fiscal_year, staffing.site_id
        order by grouping(staffing.position_name), sum(staffing.fte) desc, staffing.position_name
    )::integer as position,
    sum(staffing.fte)::decimal(18, 4) as fte,
    round(max(schools.students) / nullif(sum(staffing.fte), 0), 1)::decimal(18, 1) as students_per_fte,
from release.staffing as staffing
inner join release.about as about
    on staffing.fiscal_year = about.latest_fiscal_year
inner join release.schools as schools
    on staffing.fiscal_year = schools.fiscal_year
    and staffing.site_id = schools.site_id
group by grouping sets ((staffing.fiscal_year, staffing.site_id, staffing.position_name), (staffing.fiscal_year, staffing.site_id))
order by staffing.site_id, position
