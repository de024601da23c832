/*
row: one kind of file, and how new what it says is
key: [kind]
partition: none
audience: public
description: >
  Files come late, and not together: what each kind of file is as of.
*/
with as_of as (
    select * from marts.as_of
)

select
    as_of.kind,
    as_of.position,
    as_of.fiscal_year,
    as_of.as_of,
    as_of.label,
from as_of
