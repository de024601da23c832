/*
row: one cell of a line of dollars that a correction has changed
key: [source_id, source_file_key, record_no, record_part, column_name]
partition: none
audience: analyst
description: >
  The way back to what was sent: a line of the ledger or the budget whose code the district corrects, with the code as it
  came and as it is mapped. Files of persons are not in here.
*/
with corrected_rows as (
    select * from staging.corrected_rows
    where brings_dollars(corrected_rows.extract)
),

corrections as (
    select * from staging.corrections
)

select
    corrected_rows.source_id,
    corrected_rows.source_file_key,
    corrected_rows.record_no,
    corrected_rows.record_part,
    corrected_rows.column_name,
    corrections.from_value,
    corrections.to_value,
    corrections.correction_id,
    corrections.owner,
    corrections.reason,
from corrected_rows
inner join corrections
    on corrections.correction_id = corrected_rows.correction_id
