-- One row for each rule that drops records which are no data, and a total.
select
    case when grouping(source_id) = 1 then 'total' else 'row' end as kind,
    case when grouping(source_id) = 1 then 'All rules' else replace(substr(note, 6), '_', ' ') end as name,
    source_id,
    sum(rows)::bigint as records,
    sum(amount)::decimal(18, 2) as amount,
from release.quality
where topic = 'rows' and label = 'Rows dropped by a rule'
group by grouping sets ((source_id, note), ())
order by kind, source_id, name
