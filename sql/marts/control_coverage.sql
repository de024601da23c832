/*
row: one fund of the ledger in a fiscal year, of the amount type that the map is of
key: [fiscal_year, fund_code]
partition: none
audience: analyst
answers: which funds of the ledger have a total to tie to
description: >
  Whether the district sends a total that a fund's ledger can be compared with, so that no page says of a fund that it
  ties when nobody looked. A control total without a fund is of all funds of its year.
*/
with read_totals as (
    select * from staging.read_totals
),

control_totals as (
    select * from core.control_totals
),

replaced_files as (
    select * from core.replaced_files
),

settings as (
    select * from staging.settings
),

funds as (
    select
        read_totals.fiscal_year,
        read_totals.amount_type,
        coalesce(read_totals.fund_code, 'none') as fund_code,
        sum(read_totals.amount)::decimal(18,2) as ledger_amount,
    from read_totals
    inner join settings
        on settings.amount_type = read_totals.amount_type
    anti join replaced_files
        on replaced_files.fiscal_year = read_totals.fiscal_year
        and replaced_files.source_id = read_totals.source_id
        and replaced_files.source_file_key = read_totals.source_file_key
        and replaced_files.amount_type = read_totals.amount_type
    where brings_dollars(read_totals.extract)
        and read_totals.outcome in ('loaded', 'quarantined')
        and read_totals.fiscal_year is not null
    group by
        read_totals.fiscal_year,
        read_totals.amount_type,
        coalesce(read_totals.fund_code, 'none')
)

select
    funds.fiscal_year,
    funds.amount_type,
    funds.fund_code,
    funds.ledger_amount,
    exists (
        select 1 from control_totals
        where control_totals.fiscal_year = funds.fiscal_year
            and control_totals.amount_type = funds.amount_type
            and coalesce(control_totals.fund_code, funds.fund_code) = funds.fund_code
    ) as has_control_total,
from funds
