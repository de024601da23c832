/*
row: one file
description: >
  A program that ends a sheet where no more rows fit says nothing, and what is missing is in no count. A file may have
  that many rows by chance: a person who has looked says so by an override.
*/
with read_totals as (
    select * from staging.read_totals
)

select
    null as fiscal_year,
    read_totals.source_id || ' ' || read_totals.source_file_key as subject,
    quality_verdict(max(read_totals.row_limit) is not null, false) as verdict,
    1 as checked,
    if(verdict is null, 0, 1) as failed,
    format('A file of the source {} ends after exactly {:,} rows.', read_totals.source_id, max(read_totals.row_limit)) as what,
from read_totals
group by
    read_totals.source_id,
    read_totals.source_file_key
