/*
row: one fund with a revised budget in a fiscal year
description: >
  Only where spending stands in the same files. Of a year in progress, what is spent so far.
*/
with coded_lines as (
    select * from core.coded_lines
),

limits as (
    select * from staging.quality_thresholds
),

-- Only what a purpose rule knows as spending: a budget has revenue too. Of the map's own kind, what is not excluded.
lines as (
    select
        coded_lines.fiscal_year,
        coalesce(coded_lines.fund_code, 'none') as fund_code,
        coded_lines.amount_type,
        coded_lines.amount,
    from coded_lines
    where coded_lines.status <> 'excluded'
        or (coded_lines.exclusion_id = 'other_amount_type' and coded_lines.purpose_id is not null)
),

fund_sums as (
    select
        lines.fiscal_year,
        lines.fund_code,
        sum(lines.amount) filter (where lines.amount_type = 'budget_revised')::decimal(18,2) as revised,
        sum(lines.amount) filter (where lines.amount_type = 'budget_original')::decimal(18,2) as original,
        sum(lines.amount) filter (where lines.amount_type = 'budget_adjustment')::decimal(18,2) as adjustments,
        coalesce(sum(lines.amount) filter (where lines.amount_type = 'actual'), 0)::decimal(18,2) as spent,
        coalesce(sum(lines.amount) filter (where lines.amount_type = 'encumbrance'), 0)::decimal(18,2) as committed,
    from lines
    group by
        lines.fiscal_year,
        lines.fund_code
)

select
    fund_sums.fiscal_year,
    'fund ' || fund_sums.fund_code as subject,
    quality_verdict(
        coalesce(fund_sums.original + fund_sums.adjustments <> fund_sums.revised, false),
        fund_sums.revised > 0
        and (
            fund_sums.spent > (1 + limits.l15.over_share) * fund_sums.revised
            or fund_sums.committed > fund_sums.revised
        )
    ) as verdict,
    1 as checked,
    if(verdict is null, 0, 1) as failed,
    format(
        'Fund {}: revised budget {}, spent {}, committed {}.',
        fund_sums.fund_code, dollars_text(fund_sums.revised), dollars_text(fund_sums.spent), dollars_text(fund_sums.committed)
    ) as what,
from fund_sums
cross join limits
where fund_sums.revised is not null
