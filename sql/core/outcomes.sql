/*
row: one measure of one group of students at one site in a school year
key: [school_year, site_id, measure, grade, student_group]
partition: none
audience: restricted
answers: results beside dollars and need, school by school
description: >
  Results as the district or the state sent them or, for a measure and year of which they sent none, counted from
  students. Restricted, because small groups are not hidden yet: that is done
  once, where tables are released. A result that its sender has published already says so.
*/
with outcome_aggregates as (
    select * from staging.outcome_aggregates
    -- The first of a key: checks.list_records_once refuses a second one, in words.
    qualify row_number() over (
        partition by outcome_aggregates.school_year, outcome_aggregates.site_id, outcome_aggregates.measure, outcome_aggregates.grade, outcome_aggregates.student_group
        order by outcome_aggregates.source_id, outcome_aggregates.source_file_key, outcome_aggregates.record_no, outcome_aggregates.record_part
    ) = 1
),

counted_outcomes as (
    select * from core.counted_outcomes
),

source_settings as (
    select * from staging.source_settings
)

select
    outcome_aggregates.school_year,
    outcome_aggregates.site_id,
    outcome_aggregates.measure,
    outcome_aggregates.grade,
    outcome_aggregates.student_group,
    outcome_aggregates.value::decimal(18,4) as value,
    outcome_aggregates.rating,
    outcome_aggregates.students,
    source_settings.already_public,
from outcome_aggregates
inner join source_settings
    on source_settings.source_id = outcome_aggregates.source_id

union all

select
    counted_outcomes.school_year,
    counted_outcomes.site_id,
    counted_outcomes.measure,
    counted_outcomes.grade,
    counted_outcomes.student_group,
    counted_outcomes.value,
    null as rating,
    counted_outcomes.students,
    false as already_public,
from counted_outcomes
anti join outcome_aggregates
    on outcome_aggregates.school_year = counted_outcomes.school_year
    and outcome_aggregates.measure = counted_outcomes.measure
