/*
row: ledger dollars at sites that the site list does not have, in a fiscal year
description: >
  A share of all dollars that name a site, without regard to sign. Rows of other files that name an unknown site are set
  aside and counted with this rule too.
*/
with ledger_lines as (
    select * from core.ledger_lines
),

sites as (
    select * from core.sites
),

settings as (
    select * from staging.settings
),

limits as (
    select * from staging.quality_thresholds
),

site_sums as (
    select
        ledger_lines.fiscal_year,
        ledger_lines.site_id,
        sum(ledger_lines.amount)::decimal(18,2) as amount,
    from ledger_lines
    inner join settings
        on settings.amount_type = ledger_lines.amount_type
    where ledger_lines.site_id is not null
    group by
        ledger_lines.fiscal_year,
        ledger_lines.site_id
),

years as (
    select
        site_sums.fiscal_year,
        count(*) as units,
        count(*) filter (where sites.site_type = 'unlisted') as unlisted_units,
        coalesce(sum(abs(site_sums.amount)) filter (where sites.site_type = 'unlisted'), 0)::decimal(18,2) as unlisted_amount,
        sum(abs(site_sums.amount))::decimal(18,2) as amount,
    from site_sums
    inner join sites
        on sites.fiscal_year = site_sums.fiscal_year
        and sites.site_id = site_sums.site_id
    group by site_sums.fiscal_year
)

select
    years.fiscal_year,
    'ledger' as subject,
    quality_verdict(
        years.unlisted_amount > limits.k02.block_share * years.amount,
        years.unlisted_amount > limits.k02.warn_share * years.amount
    ) as verdict,
    1 as checked,
    if(verdict is null, 0, 1) as failed,
    format('Units of the ledger that the site list lacks: {:,}, with {}.', years.unlisted_units, dollars_text(years.unlisted_amount)) as what,
from years
cross join limits
