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

ends as (
    select
        professional_learning.*,
        about.amount_word,
        if(professional_learning.fiscal_year = about.latest_fiscal_year, 'latest', 'first') as year_end,
    from professional_learning
    inner join about
        on professional_learning.fiscal_year in (about.first_fiscal_year, about.latest_fiscal_year)
),

sides as (
    select
        latest.*,
        earlier.fiscal_year as first_year,
        earlier.initiatives as first_initiatives,
        earlier.tied_share as first_tied_share,
        (latest.total_amount - earlier.total_amount) / nullif(earlier.total_amount, 0) as growth,
        latest.total_amount / nullif(latest.function_amount, 0) as times_function,
    from ends as latest
    left join ends as earlier
        on earlier.year_end = 'first'
    where latest.year_end = 'latest'
        and latest.total_amount > 0
),

sentences as (
    select
        'We ' || sides.amount_word || ' ' || dollars_text(sides.total_amount)
            || ' on professional learning in ' || sides.fiscal_year
            || ', ' || percent_text(sides.operating_share) || ' of operating dollars'
            || coalesce(' and ' || whole_dollars_text(sides.per_teacher) || ' per teacher', '')
            || case
                when sides.times_function >= 1.5
                    then format(', {:.1f} times what the function for it shows', round(sides.times_function, 1))
                else ''
            end
            || '.'
            || case
                when sides.growth >= 0.005 then ' It grew ' || percent_text(sides.growth) || ' since ' || sides.first_year || '.'
                when sides.growth <= -0.005 then ' It fell ' || percent_text(-sides.growth) || ' since ' || sides.first_year || '.'
                else ''
            end
            || case
                when sides.first_year is null or sides.initiatives = 0 then ''
                else format(
                    ' It runs in {} initiatives ({} in {}), and {} of it is tied to the plan ({} in {}).',
                    sides.initiatives, sides.first_initiatives, sides.first_year,
                    percent_text(sides.tied_share), percent_text(sides.first_tied_share), sides.first_year
                )
            end as sentence,
        sure_text(1 - sides.default_share) as how_sure,
    from sides
    where sides.function_amount is null
        or sides.times_function >= 1.5
        or abs(sides.growth) >= 0.25
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
