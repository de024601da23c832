/*
row: one figure of the finding on vacant positions
key: [finding_id, figure_id]
partition: none
audience: analyst
description: >
  Shown when the list of positions of the latest year has at least as many vacant positions as are told of at all, with
  what the budget had for them, how many stood in the neediest elementary schools, and what substitutes and tutoring
  cost beside their budgets.
*/
with vacancies as (
    select * from marts.vacancies
),

stand_ins as (
    select * from marts.stand_ins
),

about as (
    select * from marts.about
),

vacant as (
    select
        vacancies.fiscal_year,
        strftime(max(vacancies.snapshot_date), '%B %-d, %Y') as day,
        sum(vacancies.vacant_positions)::bigint as positions,
        -- A list of positions may come without their pay.
        nullif(sum(vacancies.vacant_amount), 0)::decimal(18,2) as amount,
        sum(vacancies.vacant_positions) filter (where vacancies.quarter = 1)::bigint as positions_neediest,
        count(*) filter (where vacancies.quarter = 1) as schools_neediest,
    from vacancies
    inner join about
        on about.latest_fiscal_year = vacancies.fiscal_year
    group by vacancies.fiscal_year
    having sum(vacancies.vacant_positions) >= max(about.minimum_n)
),

told as (
    select
        vacant.*,
        substitutes.adopted_amount as substitutes_adopted,
        substitutes.spent_amount as substitutes_spent,
        format('{} positions were vacant on {}', vacant.positions, vacant.day)
            || coalesce(format(', and the {} budgeted for them was not spent on them', dollars_text(vacant.amount)), '')
            || coalesce(
                format(
                    '; {} of them were in the {} elementary schools with the greatest need',
                    vacant.positions_neediest, vacant.schools_neediest
                ),
                ''
            )
            || '.'
            || coalesce(
                format(
                    ' Substitutes cost {}; {} was budgeted.',
                    dollars_text(substitutes.spent_amount), dollars_text(substitutes.adopted_amount)
                ),
                ''
            ) as sentence,
    from vacant
    left join stand_ins as substitutes
        on substitutes.fiscal_year = vacant.fiscal_year
        and substitutes.child_purpose_id = 'substitutes'
)

select
    'vacancies' as finding_id,
    'Vacant positions' as title,
    true as available,
    told.sentence,
    '/budget' as page,
    'By the list of positions of ' || told.day || '; dollars as budgeted for a year' as how_sure,
    figures.figure_id,
    figures.figure,
    told.fiscal_year,
    figures.value,
    figures.unit,
from told
left join stand_ins as tutoring
    on tutoring.fiscal_year = told.fiscal_year
    and tutoring.child_purpose_id = 'tutoring'
cross join lateral (
    values
        ('positions', 'Vacant positions', told.positions::decimal(18,6), 'count'),
        ('positions_neediest', 'Of them, in the neediest elementary schools', told.positions_neediest::decimal(18,6), 'count'),
        ('amount', 'Budgeted for them', told.amount::decimal(18,6), 'dollars'),
        ('substitutes_adopted', 'Substitutes, adopted', told.substitutes_adopted::decimal(18,6), 'dollars'),
        ('substitutes_spent', 'Substitutes, spent', told.substitutes_spent::decimal(18,6), 'dollars'),
        ('tutoring_adopted', tutoring.project_name || ', adopted', tutoring.adopted_amount::decimal(18,6), 'dollars'),
        ('tutoring_revised', tutoring.project_name || ', revised', tutoring.revised_amount::decimal(18,6), 'dollars'),
        ('tutoring_spent', tutoring.project_name || ', spent', tutoring.spent_amount::decimal(18,6), 'dollars')
) as figures(figure_id, figure, value, unit)
where figures.value is not null
