/*
row: one fact about the published dollars of a fiscal year
key: [topic, fiscal_year, source_id, label]
partition: none
audience: analyst
description: >
  Units that the site list lacks, and how sure the coding is: what a reader should know before using a figure.
*/
with spending as (
    select * from marts.spending
)

select
    'unlisted units' as topic,
    spending.fiscal_year,
    'all' as source_id,
    'Units that are not in the site list' as label,
    'their dollars stand in one named bucket' as note,
    count(distinct spending.site_id)::bigint as rows,
    sum(spending.amount)::decimal(18,2) as amount,
from spending
where spending.site_type = 'unlisted'
group by spending.fiscal_year

union all

select
    'coding' as topic,
    spending.fiscal_year,
    'all' as source_id,
    spending.how_sure as label,
    'dollars by how their purpose was found' as note,
    null::bigint as rows,
    sum(spending.amount)::decimal(18,2) as amount,
from spending
group by
    spending.fiscal_year,
    spending.how_sure
