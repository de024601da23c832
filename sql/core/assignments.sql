/*
row: one person's work in one job at one site in a fiscal year
key: [fiscal_year, staff_key, site_id, job_code]
partition: fiscal_year
audience: restricted
answers: staff by school and kind of position, and the dollars of coaches and itinerant staff at the schools they serve
description: >
  Who works where, and for what part of a full-time job. The position type is the district's own crosswalk from its
  job codes; a job that it does not list has none.
*/
with staff_assignments as (
    select * from staging.staff_assignments
    -- The first of a key: checks.list_records_once refuses a second one, in words.
    qualify row_number() over (
        partition by staff_assignments.fiscal_year, staff_assignments.staff_key, staff_assignments.assignment_no
        order by staff_assignments.source_id, staff_assignments.source_file_key, staff_assignments.record_no, staff_assignments.record_part
    ) = 1
),

job_positions as (
    select * from staging.job_positions
)

select
    staff_assignments.fiscal_year,
    staff_assignments.staff_key,
    staff_assignments.site_id,
    staff_assignments.job_code,
    job_positions.position_type,
    sum(staff_assignments.fte)::decimal(18,4) as fte,
from staff_assignments
left join job_positions
    on job_positions.job_code = staff_assignments.job_code
group by
    staff_assignments.fiscal_year,
    staff_assignments.staff_key,
    staff_assignments.site_id,
    staff_assignments.job_code,
    job_positions.position_type
