/*
title: Every total that a file stores equals the rows that it adds up.
severity: block
fix: Compare the file with the system that it came from; a file cut in the middle or edited by hand shows itself here.
key: [source_id, source_file_key, record_no]
partition: none
description: >
  A stored total may be dropped only because its items say the same. One that does not is a missing or a changed row.
*/
with stored_totals as (
    select * from staging.stored_totals
)

select
    format(
        'Source {}, file {}, line {}: the total of {} says {}, its rows add up to {}.',
        stored_totals.source_id, stored_totals.source_file_key, stored_totals.record_no,
        coalesce(stored_totals.group_label, 'the rows before it'),
        stored_totals.amount::varchar, coalesce(stored_totals.items_amount::varchar, 'nothing')
    ) as what,
    stored_totals.source_id,
    stored_totals.source_file_key,
    stored_totals.record_no,
from stored_totals
where stored_totals.amount is distinct from stored_totals.items_amount
