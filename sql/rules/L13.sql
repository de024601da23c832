/*
row: the lines of the map in a fiscal year, with those that are large or round
description: >
  Benefits are left out, which many districts book as one journal for a fund, and so are funds in which a few lines are
  all that there is.
*/
with coded_lines as (
    select * from core.coded_lines
),

limits as (
    select * from staging.quality_thresholds
),

lines as (
    select
        coded_lines.fiscal_year,
        coalesce(coded_lines.fund_code, 'none') as fund_code,
        coded_lines.source_id,
        coded_lines.source_file_key,
        coded_lines.record_no,
        coded_lines.amount,
    from coded_lines
    where coded_lines.status <> 'excluded'
        and coded_lines.part = 1
        and coalesce(coded_lines.object_group, 'none') <> '200'
),

funds as (
    select lines.fiscal_year, lines.fund_code, count(*) as lines, sum(lines.amount)::decimal(18,2) as amount
    from lines
    group by lines.fiscal_year, lines.fund_code
),

years as (
    select
        lines.fiscal_year,
        count(*) as lines,
        count(*) filter (
            where funds.lines >= 1000 and abs(lines.amount) > limits.l13.fund_share * abs(funds.amount)
        ) as large_lines,
        count(*) filter (
            where abs(lines.amount) >= limits.l13.round_to and lines.amount % limits.l13.round_to = 0
        ) as round_lines,
    from lines
    inner join funds
        on funds.fiscal_year = lines.fiscal_year
        and funds.fund_code = lines.fund_code
    cross join limits
    group by lines.fiscal_year
)

select
    years.fiscal_year,
    'lines' as subject,
    quality_verdict(false, years.large_lines > 0 or years.round_lines > limits.l13.round_share * years.lines) as verdict,
    years.lines as checked,
    years.large_lines + years.round_lines as failed,
    format('Lines that are much of their fund: {:,}; lines of large round sums: {:,}.', years.large_lines, years.round_lines) as what,
from years
cross join limits
