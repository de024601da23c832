/*
row: one position of the budget, or one of the people who share it, on the last day of a fiscal year that its source has a report of
key: [fiscal_year, source_id, source_file_key, record_no, record_part]
partition: fiscal_year
audience: restricted
answers: positions that are vacant, school by school, and what the budget had for them
description: >
  The jobs of the budget, filled or not. Restricted: the pay of one position is that of the person who holds it.
*/
with positions as (
    select * from staging.positions
    -- Of each source the last list: teachers and other staff may come in lists of different days.
    qualify positions.snapshot_date = max(positions.snapshot_date) over (partition by positions.source_id)
),

job_positions as (
    select * from staging.job_positions
),

counted as (
    select
        positions.*,
        job_positions.position_type,
        greatest(
            positions.budgeted_fte
                - coalesce(positions.filled_fte, if(positions.vacant_since is null, positions.budgeted_fte, 0)),
            0
        ) as vacant_fte,
        coalesce(positions.budgeted_salary, 0) + coalesce(positions.budgeted_benefits, 0) as budgeted_amount,
    from positions
    left join job_positions
        on job_positions.job_code = positions.job_code
)

select
    counted.fiscal_year,
    counted.source_id,
    counted.source_file_key,
    counted.record_no,
    counted.record_part,
    counted.position_id,
    counted.snapshot_date,
    counted.site_id,
    counted.job_code,
    counted.position_type,
    counted.budgeted_fte::decimal(18,4) as budgeted_fte,
    counted.vacant_fte::decimal(18,4) as vacant_fte,
    -- Nobody holds any part of it.
    counted.budgeted_fte > 0 and counted.vacant_fte = counted.budgeted_fte as is_vacant,
    counted.vacant_since,
    counted.budgeted_salary::decimal(18,2) as budgeted_salary,
    counted.budgeted_benefits::decimal(18,2) as budgeted_benefits,
    case
        when counted.vacant_fte = 0 then 0
        else scaled_dollars(
            counted.budgeted_amount, (counted.vacant_fte * 10000)::bigint, (counted.budgeted_fte * 10000)::bigint
        )
    end::decimal(18,2) as vacant_amount,
from counted
