/*
row: the one total of the trial balance that a fund's ledger is compared with, in a fiscal year
key: [fiscal_year, amount_type, fund_code]
partition: none
audience: analyst
description: >
  A trial balance may be sent every month, and its months do not add up: each holds the year so far. The ledger is
  compared with the one of its own last period. One that says no period stands for the period that the ledger has
  come to; an older one is compared with nothing.
*/
with control_totals as (
    select * from staging.control_totals
),

fiscal_years as (
    select * from core.fiscal_years
),

settings as (
    select * from staging.settings
),

-- Only the map's own amounts say how far the year has come; a budget or a commitment is compared with its latest total.
candidates as (
    select
        control_totals.*,
        coalesce(control_totals.fiscal_period = fiscal_years.last_period, false) as is_of_last_period,
    from control_totals
    cross join settings
    left join fiscal_years
        on fiscal_years.fiscal_year = control_totals.fiscal_year
        and settings.amount_type = control_totals.amount_type
        and not is_budget(settings.amount_type)
    where fiscal_years.fiscal_year is null
        or control_totals.fiscal_period = fiscal_years.last_period
        or control_totals.fiscal_period >= 12
)

select
    candidates.fiscal_year,
    candidates.amount_type,
    candidates.fund_code,
    candidates.fiscal_period,
    candidates.source_document,
    candidates.amount,
from candidates
-- The first of a key: checks.list_records_once refuses a second one, in words.
qualify row_number() over (
    partition by candidates.fiscal_year, candidates.amount_type, candidates.fund_code
    order by
        candidates.is_of_last_period desc, candidates.fiscal_period desc,
        candidates.source_id, candidates.source_file_key, candidates.record_no, candidates.record_part
) = 1
