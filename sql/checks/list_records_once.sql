/*
rule: K01
title: Two files say something of the same site, code, person or student group, and only one of them can be right.
severity: block
fix: Take one of the two files out of the folder, or ask for files that do not overlap.
key: [extract, source_id, source_file_key, first_source_id, first_source_file_key]
partition: none
description: >
  Within a file a repeated key is set aside; across files only this check sees it. The tables of core take the first of
  the two, so that it is this sentence that stops the publish. Records are named by number alone: a key may be a person.
*/
with organizations as (
    select * from staging.organizations
),

account_codes as (
    select * from staging.account_codes
),

earn_codes as (
    select * from staging.earn_codes
),

control_totals as (
    select * from staging.control_totals
),

staff_roster as (
    select * from staging.staff_roster
),

staff_assignments as (
    select * from staging.staff_assignments
),

enrollment_counts as (
    select * from staging.enrollment_counts
),

outcome_aggregates as (
    select * from staging.outcome_aggregates
),

enrollment as (
    select * from staging.enrollment
),

attendance as (
    select * from staging.attendance
),

assessment_results as (
    select * from staging.assessment_results
),

graduation as (
    select * from staging.graduation
),

keyed as (
    select
        'organizations' as extract,
        organizations.fiscal_year as year_of,
        [organizations.site_id] as key_cells,
        organizations.source_id,
        organizations.source_file_key,
        organizations.record_no,
    from organizations
    union all
    select 'account_codes', account_codes.fiscal_year, [account_codes.segment, account_codes.code], account_codes.source_id, account_codes.source_file_key, account_codes.record_no
    from account_codes
    union all
    select 'earn_codes', null, [earn_codes.earn_code], earn_codes.source_id, earn_codes.source_file_key, earn_codes.record_no
    from earn_codes
    union all
    select 'control_totals', control_totals.fiscal_year, [control_totals.fiscal_period::varchar, control_totals.amount_type, control_totals.fund_code], control_totals.source_id, control_totals.source_file_key, control_totals.record_no
    from control_totals
    union all
    select 'staff_roster', staff_roster.fiscal_year, [staff_roster.staff_key], staff_roster.source_id, staff_roster.source_file_key, staff_roster.record_no
    from staff_roster
    union all
    select 'staff_assignments', staff_assignments.fiscal_year, [staff_assignments.staff_key, staff_assignments.assignment_no::varchar], staff_assignments.source_id, staff_assignments.source_file_key, staff_assignments.record_no
    from staff_assignments
    union all
    select 'enrollment_counts', enrollment_counts.school_year, [enrollment_counts.site_id, enrollment_counts.grade, enrollment_counts.student_group], enrollment_counts.source_id, enrollment_counts.source_file_key, enrollment_counts.record_no
    from enrollment_counts
    union all
    select 'outcome_aggregates', outcome_aggregates.school_year, [outcome_aggregates.site_id, outcome_aggregates.measure, outcome_aggregates.grade, outcome_aggregates.student_group], outcome_aggregates.source_id, outcome_aggregates.source_file_key, outcome_aggregates.record_no
    from outcome_aggregates
    union all
    select 'enrollment', enrollment.school_year, [enrollment.student_key, enrollment.site_id, enrollment.entry_date::varchar], enrollment.source_id, enrollment.source_file_key, enrollment.record_no
    from enrollment
    union all
    select 'attendance', attendance.school_year, [attendance.student_key, attendance.site_id], attendance.source_id, attendance.source_file_key, attendance.record_no
    from attendance
    union all
    select 'assessment_results', assessment_results.school_year, [assessment_results.student_key, assessment_results.assessment, assessment_results.subject, assessment_results.administration], assessment_results.source_id, assessment_results.source_file_key, assessment_results.record_no
    from assessment_results
    union all
    select 'graduation', graduation.school_year, [graduation.student_key], graduation.source_id, graduation.source_file_key, graduation.record_no
    from graduation
),

repeated as (
    select
        keyed.extract,
        keyed.year_of,
        keyed.key_cells,
        min({
            'source_id': keyed.source_id, 'source_file_key': keyed.source_file_key, 'record_no': keyed.record_no
        }) as first_record,
    from keyed
    group by
        keyed.extract,
        keyed.year_of,
        keyed.key_cells
    having min((keyed.source_id, keyed.source_file_key)) <> max((keyed.source_id, keyed.source_file_key))
),

pairs as (
    select
        keyed.extract,
        keyed.source_id,
        keyed.source_file_key,
        repeated.first_record.source_id as first_source_id,
        repeated.first_record.source_file_key as first_source_file_key,
        count(*) as records,
        min({'record_no': keyed.record_no, 'first_record_no': repeated.first_record.record_no}) as example,
    from keyed
    inner join repeated
        on repeated.extract = keyed.extract
        and repeated.year_of is not distinct from keyed.year_of
        and repeated.key_cells = keyed.key_cells
    where (keyed.source_id, keyed.source_file_key) <> (repeated.first_record.source_id, repeated.first_record.source_file_key)
    group by all
)

select
    format(
        '{}: records of source {} (file {}) that source {} (file {}) has too: {:,}; for instance record {}, there record {}.',
        pairs.extract, pairs.source_id, pairs.source_file_key, pairs.first_source_id, pairs.first_source_file_key,
        pairs.records, pairs.example.record_no, pairs.example.first_record_no
    ) as what,
    pairs.extract,
    pairs.source_id,
    pairs.source_file_key,
    pairs.first_source_id,
    pairs.first_source_file_key,
from pairs
