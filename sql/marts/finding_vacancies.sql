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

about as (
    select * from marts.about
),

budget_against_actual as (
    select * from marts.budget_against_actual
),

vacant as (
    select
        vacancies.fiscal_year,
        max(vacancies.snapshot_date) as snapshot_date,
        sum(vacancies.vacant_positions)::bigint as positions,
        sum(vacancies.vacant_amount)::decimal(18,2) as amount,
        sum(vacancies.vacant_positions) filter (where vacancies.quarter = 1)::bigint as positions_neediest,
        count(*) filter (where vacancies.quarter = 1) as schools_neediest,
    from vacancies
    inner join about
        on about.latest_fiscal_year = vacancies.fiscal_year
    group by vacancies.fiscal_year
    having sum(vacancies.vacant_positions) >= max(about.minimum_n)
),

lines as (
    select budget_against_actual.*
    from budget_against_actual
    inner join about
        on about.latest_fiscal_year = budget_against_actual.fiscal_year
),

substitutes as (
    select
        sum(lines.adopted_amount) as adopted_amount,
        sum(lines.spent_amount) as spent_amount,
    from lines
    where lines.child_purpose_id = 'substitutes'
    having sum(lines.adopted_amount) > 0
),

-- Of several tutoring projects, the one that stayed furthest below its adopted budget.
tutoring as (
    select
        lines.project_name,
        sum(lines.adopted_amount) as adopted_amount,
        sum(lines.revised_amount) as revised_amount,
        sum(lines.spent_amount) as spent_amount,
    from lines
    where lines.child_purpose_id = 'tutoring'
    group by lines.project_code, lines.project_name
    qualify row_number() over (
        order by sum(lines.adopted_amount - lines.spent_amount) desc, lines.project_code
    ) = 1
),

told as (
    select
        vacant.*,
        substitutes.*,
        tutoring.project_name,
        tutoring.adopted_amount as tutoring_adopted,
        tutoring.revised_amount as tutoring_revised,
        tutoring.spent_amount as tutoring_spent,
        format(
            '{} positions were vacant at the end of the year, and the {} budgeted for them was not spent on them',
            vacant.positions, dollars_text(vacant.amount)
        )
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
        'By the list of positions of ' || strftime(vacant.snapshot_date, '%B %-d, %Y')
            || '; dollars as budgeted for a year' as how_sure,
    from vacant
    left join substitutes
        on true
    left join tutoring
        on true
)

select
    'vacancies' as finding_id,
    'Vacant positions' as title,
    true as available,
    told.sentence,
    '/budget' as page,
    told.how_sure,
    figures.figure_id,
    figures.figure,
    told.fiscal_year,
    figures.value,
    figures.unit,
from told
cross join lateral (
    values
        ('positions', 'Vacant positions', told.positions::decimal(18,6), 'count'),
        ('positions_neediest', 'Of them, in the neediest elementary schools', told.positions_neediest::decimal(18,6), 'count'),
        ('amount', 'Budgeted for them', told.amount::decimal(18,6), 'dollars'),
        ('substitutes_adopted', 'Substitutes, adopted', told.adopted_amount::decimal(18,6), 'dollars'),
        ('substitutes_spent', 'Substitutes, spent', told.spent_amount::decimal(18,6), 'dollars'),
        ('tutoring_adopted', told.project_name || ', adopted', told.tutoring_adopted::decimal(18,6), 'dollars'),
        ('tutoring_revised', told.project_name || ', revised', told.tutoring_revised::decimal(18,6), 'dollars'),
        ('tutoring_spent', told.project_name || ', spent', told.tutoring_spent::decimal(18,6), 'dollars')
) as figures(figure_id, figure, value, unit)
where figures.value is not null
