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
with school_comparisons as (
    select * from marts.school_comparisons
),

about as (
    select * from marts.about
),

ranked as (
    select
        school_comparisons.*,
        sure_text(about.specific_rule_share) as how_sure,
        row_number() over (
            order by school_comparisons.site_per_student desc, school_comparisons.site_id
        ) as place,
    from school_comparisons
    inner join about
        on about.latest_fiscal_year = school_comparisons.fiscal_year
    where school_comparisons.site_per_student > 2 * school_comparisons.median_per_student
        and school_comparisons.site_type = 'school'
)

select
    'outlier_school' as finding_id,
    'A school far above the others' as title,
    true as available,
    format(
        '{} has {} per student, more than twice the {} of the school in the middle of those it is compared with.',
        ranked.site_name,
        whole_dollars_text(ranked.site_per_student),
        whole_dollars_text(ranked.median_per_student)
    ) as sentence,
    '/schools/' || ranked.site_id as page,
    ranked.how_sure,
    figures.figure_id,
    figures.figure,
    ranked.fiscal_year,
    figures.value,
    figures.unit,
from ranked
cross join lateral (
    values
        ('per_student', ranked.site_name, ranked.site_per_student::decimal(18,6), 'dollars per student'),
        ('median', 'School in the middle', ranked.median_per_student::decimal(18,6), 'dollars per student'),
        ('students', ranked.site_name || ', students', ranked.students::decimal(18,6), 'students')
) as figures(figure_id, figure, value, unit)
where ranked.place = 1
