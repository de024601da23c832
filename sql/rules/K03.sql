/*
row: ledger dollars with a code that the chart of accounts lacks, in a fiscal year
description: >
  Of the lines of the map's kind of amount, a share of their dollars without regard to sign.
*/
with ledger_lines as (
    select * from core.ledger_lines
),

settings as (
    select * from staging.settings
),

limits as (
    select * from staging.quality_thresholds
),

years as (
    select
        ledger_lines.fiscal_year,
        count(*) filter (where ledger_lines.unknown_segment is not null) as unknown_lines,
        coalesce(sum(abs(ledger_lines.amount)) filter (where ledger_lines.unknown_segment is not null), 0)::decimal(18,2) as unknown_amount,
        sum(abs(ledger_lines.amount))::decimal(18,2) as amount,
    from ledger_lines
    inner join settings
        on settings.amount_type = ledger_lines.amount_type
    group by ledger_lines.fiscal_year
)

select
    years.fiscal_year,
    'ledger' as subject,
    quality_verdict(
        years.unknown_amount > limits.k03.block_share * years.amount,
        years.unknown_amount > limits.k03.warn_share * years.amount
    ) as verdict,
    1 as checked,
    if(verdict is null, 0, 1) as failed,
    format('{:,} lines with {}.', years.unknown_lines, dollars_text(years.unknown_amount)) as what,
from years
cross join limits
