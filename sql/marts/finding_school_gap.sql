/*
row: one figure of the finding on the widest gap between two alike schools
key: [finding_id, figure_id]
partition: none
audience: analyst
description: >
  For a district whose files do not say where centrally paid people and grants work: the pair of alike schools with
  the widest gap in the dollars that the files do have. Shown from 15 percent per student on, since smaller gaps are
  within what class sizes and years of service explain.
*/
with alike_schools as (
    select * from marts.alike_schools
),

about as (
    select * from marts.about
),

evidence as (
    select * from marts.evidence
),

ranked as (
    select
        alike_schools.*,
        about.amount_word,
        sure_text(about.specific_rule_share) as how_sure,
        row_number() over (
            order by alike_schools.gap_amount desc, alike_schools.site_id, alike_schools.other_site_id
        ) as place,
    from alike_schools
    inner join about
        on about.latest_fiscal_year = alike_schools.fiscal_year
    cross join evidence
    where not evidence.has_central_people_and_grants
        and (alike_schools.with_central_per_student - alike_schools.other_with_central_per_student) * 100
        >= 15 * alike_schools.other_with_central_per_student
),

pair as (
    select
        ranked.*,
        format(
            '{} and {} have about the same number of students and the same share from low-income families, '
            || 'and {} and {} per student {} for them: {} apart.',
            ranked.site_name,
            ranked.other_site_name,
            whole_dollars_text(ranked.with_central_per_student),
            whole_dollars_text(ranked.other_with_central_per_student),
            ranked.amount_word,
            dollars_text(ranked.gap_amount)
        ) as sentence,
    from ranked
    where ranked.place = 1
)

select
    'school_gap' as finding_id,
    'The widest gap between alike schools' as title,
    true as available,
    pair.sentence,
    '/schools/' || pair.site_id as page,
    pair.how_sure,
    figures.figure_id,
    figures.figure,
    pair.fiscal_year,
    figures.value,
    figures.unit,
from pair
cross join lateral (
    values
        ('students_higher', pair.site_name || ', students', pair.students::decimal(18,6), 'students'),
        ('students_lower', pair.other_site_name || ', students', pair.other_students::decimal(18,6), 'students'),
        ('per_student_higher', pair.site_name, pair.with_central_per_student::decimal(18,6), 'dollars per student'),
        ('per_student_lower', pair.other_site_name, pair.other_with_central_per_student::decimal(18,6), 'dollars per student'),
        ('gap', 'The gap', pair.gap_amount::decimal(18,6), 'dollars')
) as figures(figure_id, figure, value, unit)
