-- One row for each fact about the files that a reader of the quality page should know.
select
    topic,
    position,
    fiscal_year::varchar as fiscal_year,
    source_id,
    label,
    rows::bigint as rows,
    amount,
    note,
from release.quality
order by topic, position
