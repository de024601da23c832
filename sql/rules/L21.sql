/*
row: the vendors of the ledger, with those that have several spellings
description: >
  Names are compared without case, punctuation and legal form. Counted, since a vendor may be a person.
*/
with ledger_lines as (
    select * from core.ledger_lines
),

names as (
    select distinct
        ledger_lines.vendor_name,
        trim(regexp_replace(
            regexp_replace(upper(ledger_lines.vendor_name), '[^A-Z0-9 ]', '', 'g'),
            '\s+(INC|LLC|CO|CORP|LTD|COMPANY|INCORPORATED)\s*$|\s+', ' ', 'g'
        )) as plain_name,
    from ledger_lines
    where ledger_lines.vendor_name is not null
),

vendors as (
    select names.plain_name, count(*) as spellings
    from names
    group by names.plain_name
)

select
    null as fiscal_year,
    'vendors' as subject,
    quality_verdict(false, count(*) filter (where vendors.spellings > 1) > 0) as verdict,
    count(*) as checked,
    count(*) filter (where vendors.spellings > 1) as failed,
    format('Vendors with several spellings: {:,}.', count(*) filter (where vendors.spellings > 1)) as what,
from vendors
