/*
row: dollars of the map with a code that the chart of accounts lacks, in a fiscal year
description: >
  Such dollars are not yet assigned; what the map leaves out, such as revenue, is not looked at. Rows of other files that
  name an unknown code are set aside and counted with this rule too.
*/
with new_codes as (
    select * from marts.new_codes
),

district_years as (
    select * from marts.district_years
),

limits as (
    select * from staging.quality_thresholds
),

unlisted as (
    select
        new_codes.fiscal_year,
        sum(new_codes.lines)::bigint as lines,
        sum(abs(new_codes.amount))::decimal(18,2) as amount,
    from new_codes
    where new_codes.not_in_chart
    group by new_codes.fiscal_year
),

years as (
    select
        district_years.fiscal_year,
        coalesce(unlisted.lines, 0) as lines,
        coalesce(unlisted.amount, 0)::decimal(18,2) as unlisted_amount,
        abs(district_years.assigned_amount + district_years.not_yet_assigned_amount) as amount,
    from district_years
    left join unlisted
        on unlisted.fiscal_year = district_years.fiscal_year
)

select
    years.fiscal_year,
    'ledger' as subject,
    -- How many dollars may wait for a purpose is the limit of L05.
    quality_verdict(false, years.unlisted_amount > limits.k03.warn_share * years.amount) as verdict,
    1 as checked,
    if(verdict is null, 0, 1) as failed,
    format('Lines with codes that the chart lacks: {:,}, with {}.', years.lines, dollars_text(years.unlisted_amount)) as what,
from years
cross join limits
