/*
row: one figure of the finding on the functions that moved most
key: [finding_id, figure_id]
partition: none
audience: analyst
description: >
  The functions, five at most, whose dollars changed by more than 15 percent and 250,000 dollars since the year before:
  less is what prices and single vacancies do. On the comparable series only, or a change of codes would look like a
  change of work.
*/
with year_over_year as (
    select * from marts.year_over_year
),

about as (
    select * from marts.about
),

moved as (
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
),

told as (
    select
        'Since the year before, counted by the same codes in both years: '
            || string_agg(
                format(
                    '{} {} {}, from {} to {} {}',
                    moved.function_name,
                    if(moved.change_amount > 0, 'grew', 'fell'),
                    percent_text(abs(moved.change_share)),
                    dollars_text(moved.previous_amount),
                    dollars_text(moved.amount),
                    moved.amount_word
                ),
                '; ' order by moved.place
            )
            || '.' as sentence,
    from moved
    where moved.place <= 5
    having count(*) > 0
)

select
    'moved_function' as finding_id,
    'What moved most since last year' as title,
    true as available,
    told.sentence,
    '/money' as page,
    moved.how_sure,
    figures.figure_name || '_' || moved.function_code as figure_id,
    figures.figure,
    moved.fiscal_year,
    figures.value,
    figures.unit,
from told
cross join moved
cross join lateral (
    values
        ('amount', moved.function_name, moved.amount::decimal(18,6), 'dollars'),
        ('change', moved.function_name || ', change since the year before', moved.change_amount::decimal(18,6), 'dollars'),
        ('change_share', moved.function_name || ', change since the year before', moved.change_share, 'share')
) as figures(figure_name, figure, value, unit)
where moved.place <= 5
