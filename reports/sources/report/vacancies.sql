-- One row for each school with positions, for all other sites together, and a total, of the newest list of positions.
with positions as (
    select
        *,
        case when site_type = 'school' then site_name else 'Central office, programs and other sites' end as name,
        case when site_type = 'school' then site_id end as school_id,
    from release.positions
    where fiscal_year = (select max(fiscal_year) from release.positions)
)

select
    max(fiscal_year)::varchar as fiscal_year,
    strftime(max(snapshot_date), '%B %-d, %Y') as day,
    case when grouping(name) = 1 then 'total' else 'row' end as kind,
    case when grouping(name) = 1 then 'All sites' else name end as name,
    case when school_id in (select site_id from release.schools) then '/schools/' || url_encode(school_id) || '/' end as link,
    sum(positions)::bigint as positions,
    sum(vacant_positions)::bigint as vacant_positions,
    round(sum(vacant_fte) / nullif(sum(budgeted_fte), 0), 6)::decimal(18, 6) as vacant_share,
    row_number() over (
        order by grouping(name), sum(vacant_positions) desc, school_id is null, name, school_id
    )::integer as position,
from positions
group by grouping sets ((school_id, name), ())
having sum(positions) > 0
order by position
