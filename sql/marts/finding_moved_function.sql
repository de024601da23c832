/*
row: one figure of the finding on the function that moved most
key: [finding_id, figure_id]
partition: none
audience: analyst
description: >
  The function with the largest change of dollars since the year before, of those that changed by more than 15 percent
  and 250,000 dollars: less is what prices and single vacancies do. On the comparable series only, or a change of
  codes would look like a change of work.
*/
with year_over_year as (
    select * from marts.year_over_year
),

about as (
    select * from marts.about
),

ranked as (
    select
        year_over_year.*,
        about.amount_word,
        sure_text(about.specific_rule_share) as how_sure,
        row_number() over (
            order by abs(year_over_year.change_amount) desc, year_over_year.function_code
        ) as place,
    from year_over_year
    inner join about
        on about.latest_fiscal_year = year_over_year.fiscal_year
    where abs(year_over_year.change_share) > 0.15
        and abs(year_over_year.change_amount) > 250000
        and year_over_year.series = 'comparable'
)

select
    'moved_function' as finding_id,
    'What moved most since last year' as title,
    true as available,
    format(
        '{} {} {} since the year before, from {} to {} {}, codes counted the same way in both years.',
        ranked.function_name,
        if(ranked.change_amount > 0, 'grew', 'fell'),
        percent_text(abs(ranked.change_share)),
        dollars_text(ranked.previous_amount),
        dollars_text(ranked.amount),
        ranked.amount_word
    ) as sentence,
    '/money' as page,
    ranked.how_sure,
    figures.figure_id,
    figures.figure,
    figures.fiscal_year,
    figures.value,
    figures.unit,
from ranked
cross join lateral (
    values
        ('amount_latest', ranked.function_name, ranked.fiscal_year, ranked.amount::decimal(18,6), 'dollars'),
        ('amount_before', ranked.function_name, ranked.fiscal_year - 1, ranked.previous_amount::decimal(18,6), 'dollars'),
        ('change', 'Change', ranked.fiscal_year, ranked.change_amount::decimal(18,6), 'dollars'),
        ('change_share', 'Change', ranked.fiscal_year, ranked.change_share, 'share')
) as figures(figure_id, figure, fiscal_year, value, unit)
where ranked.place = 1
