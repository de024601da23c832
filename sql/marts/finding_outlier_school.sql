/*
row: one figure of the finding on a school far above its grade span
key: [finding_id, figure_id]
partition: none
audience: analyst
description: >
  The school with the highest dollars per student of those above twice the median of all schools of its grade span, or
  of all schools where a span has fewer than five. Centers and programs serve students of other schools, so what they
  cost per student says nothing about a school.
*/
with school_measures as (
    select * from marts.school_measures
),

about as (
    select * from marts.about
),

settings as (
    select * from staging.settings
),

district_years as (
    select * from marts.district_years
),

measured as (
    select school_measures.*
    from school_measures
    inner join about
        on about.latest_fiscal_year = school_measures.fiscal_year
    cross join settings
    where school_measures.site_per_student is not null
        and not hides_students(school_measures.students, settings.minimum_n)
),

spans as (
    select
        measured.school_level,
        count(*) as schools,
        quantile_disc(measured.site_per_student, 0.5) as median_per_student,
    from measured
    where measured.site_type = 'school'
    group by measured.school_level
),

whole as (
    select quantile_disc(measured.site_per_student, 0.5) as median_per_student
    from measured
    where measured.site_type = 'school'
),

compared as (
    select
        measured.*,
        if(spans.schools >= 5, spans.median_per_student, whole.median_per_student) as median_per_student,
        row_number() over (order by measured.site_per_student desc, measured.site_id) as place,
    from measured
    cross join whole
    left join spans
        on spans.school_level = measured.school_level
    where measured.site_per_student > 2 * if(spans.schools >= 5, spans.median_per_student, whole.median_per_student)
        and measured.site_type = 'school'
)

select
    'outlier_school' as finding_id,
    'A school far above the others' as title,
    true as available,
    format(
        '{} has {} per student, more than twice the {} of the school in the middle of those it is compared with.',
        compared.site_name,
        whole_dollars_text(compared.site_per_student),
        whole_dollars_text(compared.median_per_student)
    ) as sentence,
    '/schools/' || compared.site_id as page,
    sure_text(district_years.specific_rule_share) as how_sure,
    figures.figure_id,
    figures.figure,
    compared.fiscal_year,
    figures.value,
    figures.unit,
from compared
inner join district_years
    on district_years.fiscal_year = compared.fiscal_year
cross join lateral (
    values
        ('per_student', compared.site_name, compared.site_per_student::decimal(18,6), 'dollars per student'),
        ('median', 'School in the middle', compared.median_per_student::decimal(18,6), 'dollars per student'),
        ('students', compared.site_name || ', students', compared.students::decimal(18,6), 'students')
) as figures(figure_id, figure, value, unit)
where compared.place = 1
