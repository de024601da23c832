/*
row: the dollars for one purpose at one site, through the last period of the year in progress
key: [fiscal_year, site_id, child_purpose_id]
partition: none
audience: public
description: >
  This year so far beside the same periods of each earlier year, at the site that the account names. Account dollars
  are public records. Empty when no year is in progress.
*/
with year_to_date as (
    select
        year_to_date.* replace (
            -- A unit without a name in the site list stands in one bucket, as in the spending.
            if(year_to_date.site_type = 'unlisted', 'unlisted', year_to_date.site_id) as site_id,
            if(year_to_date.site_type = 'unlisted', 'Units that are not in the site list', year_to_date.site_name) as site_name,
        ),
    from marts.year_to_date
)

select
    year_to_date.fiscal_year,
    year_to_date.through_period,
    year_to_date.site_id,
    year_to_date.site_name,
    year_to_date.site_type,
    year_to_date.purpose_id,
    year_to_date.purpose_name,
    year_to_date.child_purpose_id,
    year_to_date.child_purpose_name,
    year_to_date.operating,
    sum(year_to_date.amount)::decimal(18,2) as amount,
from year_to_date
-- Every column but the amounts: names go with their codes.
group by all
