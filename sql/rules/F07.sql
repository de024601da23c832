/*
row: all totals that the files print of themselves
description: >
  One that differs from its rows has stopped the refresh before this is asked: what is left is how many were compared.
*/
with stored_totals as (
    select * from staging.stored_totals
)

select
    null as fiscal_year,
    'stored totals' as subject,
    null as verdict,
    count(*) as checked,
    0 as failed,
    null as what,
from stored_totals
