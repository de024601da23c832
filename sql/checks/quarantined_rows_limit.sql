/*
title: More rows were set aside than the district allows.
severity: block
fix: Correct the rows at their source and send the file again, or raise tolerances.quarantined_rows in district.yaml.
key: [source_id]
partition: none
description: >
  One row that cannot be read is a row that a figure lacks. The limit is of all sources together; each source is named.
*/
with read_totals as (
    select * from staging.read_totals
),

settings as (
    select * from staging.settings
),

set_aside as (
    select read_totals.source_id, sum(read_totals.records)::bigint as records
    from read_totals
    where read_totals.outcome = 'quarantined'
    group by read_totals.source_id
    having sum(read_totals.records) > 0
)

select
    format(
        'Source {}: rows set aside: {:,}; the limit for all sources together is {:,}.',
        set_aside.source_id, set_aside.records, settings.quarantined_rows_limit
    ) as what,
    set_aside.source_id,
from set_aside
cross join settings
where (select sum(others.records) from set_aside as others) > settings.quarantined_rows_limit
