-- One row for each source, kind of amount and fiscal year: every dollar read, and where it is; and a row for each fund.
-- In each year the kind of amount that the map is of comes first.
with reconciliation as (
    select
        *,
        amount_type is distinct from (select amount_type from release.about) as is_beside,
    from release.reconciliation
)

select
    case when fiscal_year = 0 then 'No year' else fiscal_year::varchar end as fiscal_year,
    source_id,
    coalesce(words.amount_type(amount_type), 'Not known') as amount_type_name,
    case when grouping(fund_code) = 1 then 'total' else 'row' end as kind,
    case when grouping(fund_code) = 1 then 'All funds' else coalesce(fund_name, fund_code, 'No fund') end as name,
    sum(read_amount)::decimal(18, 2) as read_amount,
    sum(assigned_amount)::decimal(18, 2) as assigned_amount,
    sum(not_yet_assigned_amount)::decimal(18, 2) as not_yet_assigned_amount,
    sum(excluded_amount)::decimal(18, 2) as excluded_amount,
    sum(quarantined_amount)::decimal(18, 2) as quarantined_amount,
    sum(dropped_amount)::decimal(18, 2) as dropped_amount,
    sum(difference_amount)::decimal(18, 2) as difference_amount,
    -- What a control total adds up: without the totals that the report itself prints.
    sum(read_amount - dropped_amount)::decimal(18, 2) as lines_amount,
    sum(control_amount)::decimal(18, 2) as control_amount,
    sum(control_difference_amount)::decimal(18, 2) as control_difference_amount,
    row_number() over (
        order by
            fiscal_year desc, is_beside, source_id, amount_type, grouping(fund_code), sum(read_amount) desc, fund_code
    )::integer as position,
from reconciliation
group by grouping sets (
    (fiscal_year, is_beside, source_id, amount_type, fund_code, fund_name),
    (fiscal_year, is_beside, source_id, amount_type)
)
order by position
