/*
row: the students of one school, or of the district, beside the year before
description: >
  A school that only one of the two years has was opened or closed, and is not compared.
*/
with schools as (
    select * from marts.schools
),

limits as (
    select * from staging.quality_thresholds
),

pairs as (
    select
        later.fiscal_year,
        later.site_id,
        later.site_name,
        later.students,
        earlier.students as students_before,
    from schools as later
    inner join schools as earlier
        on earlier.site_id = later.site_id
        and earlier.fiscal_year + 1 = later.fiscal_year
    where later.site_type = 'school'
        and later.students > 0
        and earlier.students > 0
),

districts as (
    select schools.fiscal_year, sum(schools.students)::bigint as students
    from schools
    where schools.site_type = 'school'
        and schools.students > 0
    group by schools.fiscal_year
)

select
    pairs.fiscal_year,
    pairs.site_id as subject,
    quality_verdict(false, abs(pairs.students - pairs.students_before) > limits.o01.school_change * pairs.students_before) as verdict,
    1 as checked,
    if(verdict is null, 0, 1) as failed,
    format('{}, school year {}: {:,} students; the year before {:,}.', pairs.site_name, pairs.fiscal_year, pairs.students, pairs.students_before) as what,
from pairs
cross join limits
where pairs.students_before >= limits.o01.least_students

union all

select
    later.fiscal_year,
    'district',
    quality_verdict(
        abs(later.students - earlier.students) > limits.o01.block_change * earlier.students,
        abs(later.students - earlier.students) > limits.o01.district_change * earlier.students
    ) as verdict,
    1,
    if(verdict is null, 0, 1),
    format('School year {}: {:,} students; the year before {:,}.', later.fiscal_year, later.students, earlier.students),
from districts as later
inner join districts as earlier
    on earlier.fiscal_year + 1 = later.fiscal_year
cross join limits
