/*
row: one figure of the finding on professional learning
key: [finding_id, figure_id]
partition: none
audience: analyst
description: >
  Shown when professional learning is at least one and a half times what the training function of the books shows, or
  changed by a quarter since the first year: below that, the books tell the story themselves. Where the ledger has
  no functions the total is news in itself.
*/
with professional_learning as (
    select * from marts.professional_learning
),

about as (
    select * from marts.about
),

changes as (
    select * from marts.professional_learning_change
),

ends as (
    select
        professional_learning.*,
        if(professional_learning.fiscal_year = about.latest_fiscal_year, 'latest', 'first') as year_end,
    from professional_learning
    inner join about
        on professional_learning.fiscal_year in (about.first_fiscal_year, about.latest_fiscal_year)
),

sentences as (
    select
        'We ' || changes.amount_word || ' ' || dollars_text(changes.total_amount)
            || ' on professional learning in ' || changes.fiscal_year
            || ', ' || percent_text(changes.operating_share) || ' of operating dollars'
            || coalesce(' and ' || whole_dollars_text(changes.per_teacher) || ' per teacher', '')
            || case
                when changes.times_function >= 10
                    then ', while the function for it shows ' || dollars_text(changes.function_amount)
                when changes.times_function >= 1.5
                    then format(', {:.1f} times what the function for it shows', round(changes.times_function, 1))
                else ''
            end
            || '.'
            || case
                when changes.change_share >= 0.005 then ' It grew ' || percent_text(changes.change_share) || ' since ' || changes.first_fiscal_year || '.'
                when changes.change_share <= -0.005 then ' It fell ' || percent_text(-changes.change_share) || ' since ' || changes.first_fiscal_year || '.'
                else ''
            end
            || case
                when changes.first_fiscal_year is null or changes.initiatives = 0 then ''
                else format(
                    ' It runs in {} initiatives ({} in {}), and {} of it is tied to the plan ({} in {}).',
                    changes.initiatives, changes.first_initiatives, changes.first_fiscal_year,
                    percent_text(changes.tied_share), percent_text(changes.first_tied_share), changes.first_fiscal_year
                )
            end as sentence,
        sure_text(1 - changes.default_share) as how_sure,
    from changes
    -- One year without staff leaves nothing to compare with: then the total itself is the news.
    where changes.function_amount is null
        or (changes.first_fiscal_year is null and changes.per_teacher is null)
        or changes.times_function >= 1.5
        or abs(changes.change_share) >= 0.25
)

select
    'professional_learning' as finding_id,
    'Professional learning' as title,
    true as available,
    sentences.sentence,
    '/money' as page,
    sentences.how_sure,
    figures.figure_name || '_' || ends.year_end as figure_id,
    figures.figure,
    ends.fiscal_year,
    figures.value,
    figures.unit,
from sentences
cross join ends
cross join lateral (
    values
        ('total', 'Professional learning', ends.total_amount::decimal(18,6), 'dollars'),
        ('operating_share', 'Share of operating dollars', ends.operating_share, 'share'),
        ('per_teacher', 'Professional learning per teacher', ends.per_teacher::decimal(18,6), 'dollars'),
        ('function', 'What the training function shows', ends.function_amount::decimal(18,6), 'dollars'),
        ('initiatives', 'Initiatives', ends.initiatives::decimal(18,6), 'count'),
        ('tied', 'Tied to the plan', ends.tied_amount::decimal(18,6), 'dollars'),
        ('tied_share', 'Share tied to the plan', ends.tied_share, 'share')
) as figures(figure_name, figure, value, unit)
where figures.value is not null
