/*
title: The students of a year are counted in two ways.
severity: block
fix: Take one kind of count for all sites of the year - one day, membership, attendance or full-time equivalents - and name it as denominator_type.
key: [school_year]
partition: none
description: >
  Dollars per student of a school that counts heads in October cannot stand beside those of a school that counts
  average attendance. From year to year the kind may change; the pages then say which it is.
*/
with student_counts as (
    select * from core.student_counts
),

kinds as (
    select
        student_counts.school_year,
        min(student_counts.denominator_type) as first_kind,
        max(student_counts.denominator_type) as last_kind,
    from student_counts
    group by student_counts.school_year
    having min(student_counts.denominator_type) <> max(student_counts.denominator_type)
)

select
    format(
        'School year {}: {} sites are counted as {}, {} sites as {}.',
        student_counts.school_year,
        count(distinct student_counts.site_id) filter (where student_counts.denominator_type = kinds.first_kind),
        replace(kinds.first_kind, '_', ' '),
        count(distinct student_counts.site_id) filter (where student_counts.denominator_type <> kinds.first_kind),
        replace(kinds.last_kind, '_', ' ')
    ) as what,
    student_counts.school_year,
from student_counts
inner join kinds
    on kinds.school_year = student_counts.school_year
group by student_counts.school_year, kinds.first_kind, kinds.last_kind
