/*
title: Every unit of the ledger is in the site list.
severity: warn
fix: Add the units to the site list that the district sends, or leave them in their named bucket.
key: [fiscal_year]
partition: none
description: >
  Dollars of a unit without a name or a type stay in the map, in one bucket that says so.
*/
with spending as (
    select * from marts.spending
)

select
    format(
        'Fiscal year {}: {} units with {} dollars are not in the site list.',
        spending.fiscal_year, count(distinct spending.site_id), sum(spending.amount)::varchar
    ) as what,
    spending.fiscal_year,
from spending
where spending.site_type = 'unlisted'
group by spending.fiscal_year
