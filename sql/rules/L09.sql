/*
row: the benefits of a fiscal year that follow no salaries
description: >
  Benefits that a rule keeps where they are booked, at a site that is no school, and benefits whose fund has no salaries.
  Only where the ledger names sites: else nothing is followed to schools.
*/
with coded_lines as (
    select * from core.coded_lines
),

benefits_waiting as (
    select * from marts.benefits_waiting
),

limits as (
    select * from staging.quality_thresholds
),

settings as (
    select * from staging.settings
),

benefits as (
    select
        coded_lines.fiscal_year,
        sum(coded_lines.amount)::decimal(18,2) as amount,
        coalesce(
            sum(coded_lines.amount) filter (
                where coded_lines.attribution <> 'salary'
                    and coalesce(coded_lines.site_type, 'none') not in ('school', 'program')
            ),
            0
        )::decimal(18,2) as standing_amount,
    from coded_lines
    where coded_lines.object_group = '200'
        and coded_lines.status <> 'excluded'
    group by coded_lines.fiscal_year
),

waiting as (
    select benefits_waiting.fiscal_year, sum(benefits_waiting.amount)::decimal(18,2) as amount
    from benefits_waiting
    inner join settings
        on settings.amount_type = benefits_waiting.amount_type
    group by benefits_waiting.fiscal_year
),

years as (
    select
        benefits.fiscal_year,
        benefits.amount,
        (benefits.standing_amount + coalesce(waiting.amount, 0))::decimal(18,2) as standing_amount,
    from benefits
    left join waiting
        on waiting.fiscal_year = benefits.fiscal_year
)

select
    years.fiscal_year,
    'benefits' as subject,
    quality_verdict(false, years.standing_amount > limits.l09.warn_share * years.amount) as verdict,
    1 as checked,
    if(verdict is null, 0, 1) as failed,
    format('{} of {} follow no salaries.', dollars_text(years.standing_amount), dollars_text(years.amount)) as what,
from years
cross join limits
cross join settings
where settings.chart_has_site
