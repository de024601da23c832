/*
rule: L02
title: Rows of a file are missing, or were counted twice.
severity: block
fix: Send the file again whole; if it is whole, its format options in district.yaml read its lines wrongly.
acceptable: false
key: [source_id, source_file_key]
partition: none
description: >
  Rows in a file are counted from its bytes, by code that shares nothing with the reader that loads them.
*/
with read_totals as (
    select * from staging.read_totals
),

counted as (
    select
        read_totals.source_id,
        read_totals.source_file_key,
        coalesce(sum(read_totals.records) filter (where read_totals.outcome = 'in_file'), 0)::bigint as in_file,
        coalesce(sum(read_totals.records) filter (where read_totals.outcome = 'loaded'), 0)::bigint as loaded,
        coalesce(sum(read_totals.records) filter (where read_totals.outcome = 'quarantined'), 0)::bigint as quarantined,
        coalesce(sum(read_totals.records) filter (where read_totals.outcome = 'replaced'), 0)::bigint as replaced,
        coalesce(sum(read_totals.records) filter (where read_totals.outcome = 'dropped'), 0)::bigint as dropped,
    from read_totals
    group by
        read_totals.source_id,
        read_totals.source_file_key
)

select
    format(
        'Source {}, file {}: {:,} rows in the file, but {:,} loaded, {:,} set aside, {:,} sent again and {:,} dropped by a rule.',
        counted.source_id, counted.source_file_key, counted.in_file,
        counted.loaded, counted.quarantined, counted.replaced, counted.dropped
    ) as what,
    counted.source_id,
    counted.source_file_key,
from counted
where counted.in_file <> counted.loaded + counted.quarantined + counted.replaced + counted.dropped
