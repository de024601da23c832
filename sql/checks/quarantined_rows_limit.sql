/*
title: More rows were set aside than the district allows.
severity: block
fix: Correct the rows and send them again (see `resource-map quarantine`), drop those that are no data by a rule under drop in district.yaml, or raise tolerances.quarantined_rows there.
key: [source_id, source_file_key]
partition: none
description: >
  One row that cannot be read is a row that a figure lacks. A source with a limit of its own is held to it in each of its
  files; the district's limit is of all other sources together, and each of them is named.
*/
with read_totals as (
    select * from staging.read_totals
),

settings as (
    select * from staging.settings
),

source_tolerances as (
    select * from staging.source_tolerances
),

set_aside as (
    select
        read_totals.source_id,
        read_totals.source_file_key,
        sum(read_totals.records)::bigint as records,
    from read_totals
    where read_totals.outcome = 'quarantined'
    group by
        read_totals.source_id,
        read_totals.source_file_key
    having sum(read_totals.records) > 0
),

of_district as (
    select
        set_aside.source_id,
        sum(set_aside.records)::bigint as records,
    from set_aside
    where set_aside.source_id not in (select source_tolerances.source_id from source_tolerances)
    group by set_aside.source_id
)

select
    format(
        'Source {}, file {}: rows set aside: {:,}; the limit for each file of this source is {:,}.',
        set_aside.source_id, set_aside.source_file_key, set_aside.records, source_tolerances.quarantined_rows_limit
    ) as what,
    set_aside.source_id,
    set_aside.source_file_key,
from set_aside
inner join source_tolerances
    on source_tolerances.source_id = set_aside.source_id
    and set_aside.records > source_tolerances.quarantined_rows_limit

union all

select
    format(
        'Source {}: rows set aside: {:,}; the limit for all sources together is {:,}.',
        of_district.source_id, of_district.records, settings.quarantined_rows_limit
    ) as what,
    of_district.source_id,
    'all' as source_file_key,
from of_district
cross join settings
where (select sum(others.records) from of_district as others) > settings.quarantined_rows_limit
