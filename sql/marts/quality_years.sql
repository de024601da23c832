/*
row: the published edition beside whose last year the first one is laid
key: [topic, source_id, label]
partition: none
audience: analyst
description: >
  Which edition the year before is of, where the files do not hold it, or why nothing was compared with it. No row where
  no edition was published that ends with that year.
*/
with earlier_edition as (
    select * from staging.earlier_edition
)

select
    if(earlier_edition.not_compared_because is null, 'year before', 'not compared') as topic,
    'all' as source_id,
    format('Fiscal year {} beside {}', earlier_edition.fiscal_year + 1, earlier_edition.fiscal_year) as label,
    coalesce(
        format('nothing was compared with the {}: {}', earlier_edition.edition_words, earlier_edition.not_compared_because),
        format('the year before is that of the {}', earlier_edition.edition_words)
    ) as note,
    null::bigint as rows,
    null::decimal(18,2) as amount,
from earlier_edition
