/*
row: one source's dollars of an amount type, fiscal year and fund
key: [source_id, amount_type, fiscal_year, fund_code]
partition: none
audience: analyst
description: >
  Read = assigned + not yet assigned + excluded + quarantined + dropped, to the cent. What was read comes from the
  staged files, where it went from the coded ledger: two counts that do not know of each other.
*/
with dollar_movements as (
    select * from marts.dollar_movements
),

account_codes as (
    select * from core.account_codes
),

control_ties as (
    select * from marts.control_ties
),

sums as (
    select
        dollar_movements.source_id,
        dollar_movements.amount_type,
        dollar_movements.fiscal_year,
        dollar_movements.fund_code,
        coalesce(sum(dollar_movements.amount) filter (where dollar_movements.movement = 'read'), 0) as read_amount,
        coalesce(sum(dollar_movements.amount) filter (where dollar_movements.movement = 'assigned'), 0) as assigned_amount,
        coalesce(sum(dollar_movements.amount) filter (where dollar_movements.movement = 'not_yet_assigned'), 0) as not_yet_assigned_amount,
        coalesce(sum(dollar_movements.amount) filter (where dollar_movements.movement = 'excluded'), 0) as excluded_amount,
        coalesce(sum(dollar_movements.amount) filter (where dollar_movements.movement = 'quarantined'), 0) as quarantined_amount,
        coalesce(sum(dollar_movements.amount) filter (where dollar_movements.movement = 'dropped'), 0) as dropped_amount,
        row_number() over (
            partition by dollar_movements.amount_type, dollar_movements.fiscal_year, dollar_movements.fund_code
            order by dollar_movements.source_id
        ) as source_position,
    from dollar_movements
    group by
        dollar_movements.source_id,
        dollar_movements.amount_type,
        dollar_movements.fiscal_year,
        dollar_movements.fund_code
)

select
    sums.source_id,
    sums.amount_type,
    sums.fiscal_year,
    sums.fund_code,
    coalesce(account_codes.code_name, if(sums.fund_code = 'none', 'No fund code', sums.fund_code)) as fund_name,
    sums.read_amount::decimal(18,2) as read_amount,
    sums.assigned_amount::decimal(18,2) as assigned_amount,
    sums.not_yet_assigned_amount::decimal(18,2) as not_yet_assigned_amount,
    sums.excluded_amount::decimal(18,2) as excluded_amount,
    sums.quarantined_amount::decimal(18,2) as quarantined_amount,
    sums.dropped_amount::decimal(18,2) as dropped_amount,
    (
        sums.read_amount - sums.assigned_amount - sums.not_yet_assigned_amount - sums.excluded_amount
        - sums.quarantined_amount - sums.dropped_amount
    )::decimal(18,2) as difference_amount,
    -- A control total is of all sources together; it stands once, with the first of them.
    control_ties.control_amount,
    control_ties.difference_amount as control_difference_amount,
from sums
left join account_codes
    on account_codes.fiscal_year = sums.fiscal_year
    and account_codes.segment = 'fund'
    and account_codes.code = sums.fund_code
left join control_ties
    on control_ties.fiscal_year = sums.fiscal_year
    and control_ties.amount_type = sums.amount_type
    and control_ties.fund_code = sums.fund_code
    and sums.source_position = 1
