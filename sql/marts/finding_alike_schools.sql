/*
row: one figure of the finding on two schools that look equal and are not
key: [finding_id, figure_id]
partition: none
audience: analyst
description: >
  The pair of alike schools whose own books agree within 1 percent per student, but which differ by 8 percent or more
  once people and grants that are paid centrally are counted where they work. Of several pairs, the largest gap.
*/
with alike_schools as (
    select * from marts.alike_schools
),

about as (
    select * from marts.about
),

ranked as (
    select
        alike_schools.*,
        sure_text(about.specific_rule_share) as how_sure,
        row_number() over (
            order by alike_schools.gap_amount desc, alike_schools.site_id, alike_schools.other_site_id
        ) as place,
    from alike_schools
    inner join about
        on about.latest_fiscal_year = alike_schools.fiscal_year
    where abs(alike_schools.school_reported_per_student - alike_schools.other_school_reported_per_student) * 100
        <= alike_schools.other_school_reported_per_student
        and (alike_schools.with_central_per_student - alike_schools.other_with_central_per_student) * 100
        >= 8 * alike_schools.other_with_central_per_student
),

pair as (
    select
        ranked.*,
        format(
            '{} and {} have about the same students and look equal, at {} and {} per student in their own books. '
            || 'With the people and grants paid centrally that work there they have {} and {}: a gap of {}, '
            || 'of which {} is coaches and itinerant staff and {} is grants.',
            ranked.site_name,
            ranked.other_site_name,
            whole_dollars_text(ranked.school_reported_per_student),
            whole_dollars_text(ranked.other_school_reported_per_student),
            whole_dollars_text(ranked.with_central_per_student),
            whole_dollars_text(ranked.other_with_central_per_student),
            dollars_text(ranked.gap_amount),
            dollars_text(ranked.central_people_gap),
            dollars_text(ranked.central_grants_gap)
        ) as sentence,
    from ranked
    where ranked.place = 1
)

select
    'alike_schools' as finding_id,
    'Two schools that look equal' as title,
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
        ('school_reported_higher', pair.site_name || ', school-reported', pair.school_reported_per_student::decimal(18,6), 'dollars per student'),
        ('school_reported_lower', pair.other_site_name || ', school-reported', pair.other_school_reported_per_student::decimal(18,6), 'dollars per student'),
        ('with_central_higher', pair.site_name || ', with central people and grants', pair.with_central_per_student::decimal(18,6), 'dollars per student'),
        ('with_central_lower', pair.other_site_name || ', with central people and grants', pair.other_with_central_per_student::decimal(18,6), 'dollars per student'),
        ('gap', 'The gap', pair.gap_amount::decimal(18,6), 'dollars'),
        ('gap_people', 'Of it, coaches and itinerant staff', pair.central_people_gap::decimal(18,6), 'dollars'),
        ('gap_grants', 'Of it, central grants', pair.central_grants_gap::decimal(18,6), 'dollars'),
        ('gap_school_reported', 'Of it, the schools'' own dollars', pair.school_reported_gap::decimal(18,6), 'dollars')
) as figures(figure_id, figure, value, unit)
