/*
row: the classes of a school year
description: >
  Students who ever sat in a class, and whether anybody teaches it, where the files say who teaches at all.
*/
with course_sections as (
    select * from staging.course_sections
),

section_students as (
    select * from staging.section_students
),

section_staff as (
    select * from staging.section_staff
),

limits as (
    select * from staging.quality_thresholds
),

sizes as (
    select section_students.school_year, section_students.section_id, count(distinct section_students.student_key) as students
    from section_students
    group by
        section_students.school_year,
        section_students.section_id
),

taught as (
    select distinct section_staff.school_year, section_staff.section_id
    from section_staff
),

years as (
    select
        course_sections.school_year,
        count(*) as classes,
        count(*) filter (
            where sizes.students is null
                or (
                    sizes.students > limits.o13.largest
                    and not regexp_matches(lower(course_sections.subject), 'music|band|choir|orchestra|physical|^pe$')
                )
                or (taught.section_id is null and course_sections.school_year in (select taught.school_year from taught))
        ) as odd_classes,
    from course_sections
    left join sizes
        on sizes.school_year = course_sections.school_year
        and sizes.section_id = course_sections.section_id
    left join taught
        on taught.school_year = course_sections.school_year
        and taught.section_id = course_sections.section_id
    cross join limits
    where course_sections.school_year in (select sizes.school_year from sizes)
    group by course_sections.school_year
)

select
    years.school_year as fiscal_year,
    'classes' as subject,
    quality_verdict(false, years.odd_classes > limits.o13.warn_share * years.classes) as verdict,
    years.classes as checked,
    years.odd_classes as failed,
    format('School year {}: classes that are empty, very large or without a teacher: {:,} of {:,}.', years.school_year, years.odd_classes, years.classes) as what,
from years
cross join limits
