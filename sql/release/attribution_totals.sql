/*
row: the dollars that reach a site in one way, or stay unattributed for one reason, in a fiscal year
key: [fiscal_year, attribution, reason]
partition: none
audience: public
description: >
  Attributed + not attributed = assigned + not yet assigned. What has no basis to be followed to a school says why.
*/
with attribution_totals as (
    select * from marts.attribution_totals
)

select
    attribution_totals.fiscal_year,
    attribution_totals.attribution,
    attribution_totals.reason,
    attribution_totals.amount,
from attribution_totals
