/*
title: The ledger names units that are not in the site list.
severity: warn
fix: Ask for a site list that has them; until then their dollars stand together under "Units that are not in the site list".
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
        'Fiscal year {}: {:,} units with {}.',
        spending.fiscal_year, count(distinct spending.site_id), exact_dollars_text(sum(spending.amount)::decimal(18,2))
    ) as what,
    spending.fiscal_year,
from spending
where spending.site_type = 'unlisted'
group by spending.fiscal_year
