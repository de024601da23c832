/*
row: one kind of file that the district does not send, or whose newest file has not come
key: [extract]
partition: none
audience: public
description: >
  What is missing from the map, why, and what it would unlock. Empty unlocks: no page reads the file yet.
*/
with missing_extracts as (
    select * from marts.missing_extracts
)

select
    missing_extracts.extract,
    missing_extracts.extract_title,
    missing_extracts.tier,
    missing_extracts.tier_name,
    missing_extracts.position,
    missing_extracts.extract_status,
    missing_extracts.unlocks,
from missing_extracts
