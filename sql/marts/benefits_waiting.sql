/*
row: benefits of one source's fund that are not yet assigned after all, in a fiscal year
key: [fiscal_year, source_id, amount_type, fund_code]
partition: fiscal_year
audience: analyst
description: >
  Coding calls benefits assigned, since they follow their salaries. Those of a fund without salaries, or of salaries that
  are themselves not yet assigned, are not: only core.pools knows. Where several sources have benefits of one fund, each
  has its part of these dollars; the parts add up to the cent.
*/
with coded_lines as (
    select * from core.coded_lines
),

pools as (
    select * from core.pools
),

waiting as (
    select
        pools.fiscal_year,
        pools.amount_type,
        coalesce(pools.fund_code, 'none') as fund_code,
        (sum(pools.amount) * 100)::hugeint as cents,
    from pools
    where pools.follows_salary
        and pools.status = 'not_yet_assigned'
    group by
        pools.fiscal_year,
        pools.amount_type,
        coalesce(pools.fund_code, 'none')
),

booked as (
    select
        coded_lines.fiscal_year,
        coded_lines.source_id,
        coded_lines.amount_type,
        coalesce(coded_lines.fund_code, 'none') as fund_code,
        (sum(coded_lines.amount) * 100)::hugeint as cents,
    from coded_lines
    where coded_lines.attribution = 'salary'
        and coded_lines.status <> 'excluded'
    group by
        coded_lines.fiscal_year,
        coded_lines.source_id,
        coded_lines.amount_type,
        coalesce(coded_lines.fund_code, 'none')
),

-- Sources may be of either sign, so each gets what the running total of the fund has behind it, less what had the one before.
running as (
    select
        booked.*,
        sum(booked.cents) over fund as fund_cents,
        sum(booked.cents) over (fund order by booked.source_id) as cents_so_far,
    from booked
    window fund as (partition by booked.fiscal_year, booked.amount_type, booked.fund_code)
)

select
    running.fiscal_year,
    running.source_id,
    running.amount_type,
    running.fund_code,
    cents_to_dollars(
        (waiting.cents * running.cents_so_far) // running.fund_cents
        - (waiting.cents * (running.cents_so_far - running.cents)) // running.fund_cents
    ) as amount,
from running
inner join waiting
    on waiting.fiscal_year = running.fiscal_year
    and waiting.amount_type = running.amount_type
    and waiting.fund_code = running.fund_code
where running.fund_cents <> 0
