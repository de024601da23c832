/*
row: one figure of the finding on the largest purpose
key: [finding_id, figure_id]
partition: none
audience: analyst
description: >
  What most of the operating dollars are for: the one answer that every ledger gives. Shown for every district.
*/
with spending as (
    select * from marts.spending
),

about as (
    select * from marts.about
),

district_years as (
    select * from marts.district_years
),

purposes as (
    select
        spending.purpose_id,
        spending.purpose_name,
        sum(spending.amount)::decimal(18,2) as amount,
        sum(spending.amount) filter (where spending.how_sure = 'default') as default_amount,
    from spending
    inner join about
        on about.latest_fiscal_year = spending.fiscal_year
    where spending.operating
        and spending.purpose_id <> 'not_yet_assigned'
    group by
        spending.purpose_id,
        spending.purpose_name
),

ranked as (
    select
        purposes.*,
        about.amount_word,
        district_years.fiscal_year,
        round(purposes.amount / nullif(district_years.operating_amount, 0), 6)::decimal(18,6) as operating_share,
        round(
            (purposes.amount - coalesce(purposes.default_amount, 0)) / nullif(purposes.amount, 0), 6
        )::decimal(18,6) as specific_share,
        row_number() over (order by purposes.amount desc, purposes.purpose_id) as place,
    from purposes
    cross join about
    inner join district_years
        on district_years.fiscal_year = about.latest_fiscal_year
    where purposes.amount > 0
)

select
    'largest_purpose' as finding_id,
    'Where most dollars go' as title,
    true as available,
    format(
        '{} is the largest purpose: {} {} in {}, {} of operating dollars.',
        ranked.purpose_name,
        dollars_text(ranked.amount),
        ranked.amount_word,
        ranked.fiscal_year,
        percent_text(ranked.operating_share)
    ) as sentence,
    '/money' as page,
    sure_text(ranked.specific_share) as how_sure,
    figures.figure_id,
    figures.figure,
    ranked.fiscal_year,
    figures.value,
    figures.unit,
from ranked
cross join lateral (
    values
        ('amount', ranked.purpose_name, ranked.amount::decimal(18,6), 'dollars'),
        ('operating_share', ranked.purpose_name, ranked.operating_share, 'share')
) as figures(figure_id, figure, value, unit)
where ranked.place = 1
