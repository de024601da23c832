/*
row: one person's work in one job at one site in a fiscal year
key: [fiscal_year, staff_key, site_id, job_code]
partition: fiscal_year
audience: restricted
answers: staff by school and kind of position, and the dollars of coaches and itinerant staff at the schools they serve
description: >
  Who works where, and for what part of a full-time job: on average over the days on which the person works at all, so
  that who leaves and comes back, or changes schools, is one person and not two. An assignment without dates is of the
  whole year; one that lies outside the year is left out, and checks.assignments_of_other_years tells of it. The
  position type is the district's own crosswalk from its job codes; a job that it does not list has none.
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
),

periods as (
    select
        staff_assignments.fiscal_year,
        staff_assignments.staff_key,
        staff_assignments.site_id,
        staff_assignments.job_code,
        staff_assignments.employer_id,
        staff_assignments.fte,
        assignment_begin(staff_assignments.fiscal_year, staff_assignments.begin_date) as begins,
        assignment_end(staff_assignments.fiscal_year, staff_assignments.end_date) as ends,
    from staff_assignments
    where assignment_begin(staff_assignments.fiscal_year, staff_assignments.begin_date)
        <= assignment_end(staff_assignments.fiscal_year, staff_assignments.end_date)
),

-- Days that no earlier assignment of the person has, so that their sum counts each day once.
added as (
    select
        periods.*,
        greatest(0, periods.ends - greatest(periods.begins - 1, coalesce(
            max(periods.ends) over (
                partition by periods.fiscal_year, periods.staff_key
                order by periods.begins, periods.ends
                rows between unbounded preceding and 1 preceding
            ),
            periods.begins - 1
        ))) as days,
    from periods
),

people as (
    select added.fiscal_year, added.staff_key, sum(added.days)::bigint as days
    from added
    group by added.fiscal_year, added.staff_key
)

select
    periods.fiscal_year,
    periods.staff_key,
    periods.site_id,
    periods.job_code,
    max(periods.employer_id) as employer_id,
    job_positions.position_type,
    round(sum(periods.fte * (periods.ends - periods.begins + 1)) / max(people.days), 4)::decimal(18,4) as fte,
from periods
inner join people
    on people.fiscal_year = periods.fiscal_year
    and people.staff_key = periods.staff_key
left join job_positions
    on job_positions.job_code = periods.job_code
group by periods.fiscal_year, periods.staff_key, periods.site_id, periods.job_code, job_positions.position_type
