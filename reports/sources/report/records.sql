-- One row for each source: the records of its files, and where they went; and a total. Nothing stands where no record
-- was sent again, so that most districts see no such column.
with counts as (
    select
        source_id,
        grouping(source_id) = 1 as is_total,
        coalesce(sum(rows) filter (where label = 'Rows in the files'), 0)::bigint as in_files,
        coalesce(sum(rows) filter (where label = 'Rows loaded'), 0)::bigint as loaded,
        coalesce(sum(rows) filter (where label = 'Rows set aside'), 0)::bigint as set_aside,
        coalesce(sum(rows) filter (where label = 'Rows set aside and sent again corrected'), 0)::bigint as sent_again,
        coalesce(sum(rows) filter (where label = 'Rows dropped by a rule'), 0)::bigint as dropped,
    from release.quality
    where topic = 'rows'
    group by grouping sets ((source_id), ())
)

select
    case when is_total then 'total' else 'row' end as kind,
    case when is_total then 'All files' else source_id end as name,
    in_files,
    loaded,
    set_aside,
    nullif(sent_again, 0) as sent_again,
    dropped,
    in_files - loaded - set_aside - sent_again - dropped as difference,
from counts
order by is_total, name
