/*
row: one figure of the finding on the central office
key: [finding_id, figure_id]
partition: none
audience: analyst
description: >
  Shown when the central share as coded changed by a point or more since the first year while the comparable series
  differs from it by half a point or more: then a change of codes, not of work, is part of the story.
*/
with central_office as (
    select * from marts.central_office
),

about as (
    select * from marts.about
),

ends as (
    select
        central_office.*,
        sure_text(about.specific_rule_share) as how_sure,
        if(central_office.fiscal_year = about.latest_fiscal_year, 'latest', 'first') as year_end,
    from central_office
    inner join about
        on central_office.fiscal_year in (about.first_fiscal_year, about.latest_fiscal_year)
),

told as (
    select
        format(
            'Central office {} from {} to {} of operating dollars between {} and {}; '
            || 'counted the same way in both years it is {}, since {} only moved to other codes. '
            || 'Schools decide on {} of operating dollars, {} in {}.',
            if(latest.central_share < earlier.central_share, 'fell', 'rose'),
            percent_text(earlier.central_share),
            percent_text(latest.central_share),
            earlier.fiscal_year,
            latest.fiscal_year,
            percent_text(latest.comparable_share),
            dollars_text(abs(latest.moved_amount)),
            percent_text(latest.school_control_share),
            percent_text(earlier.school_control_share),
            earlier.fiscal_year
        ) as sentence,
        latest.how_sure,
    from ends as latest
    inner join ends as earlier
        on earlier.year_end = 'first'
    where latest.year_end = 'latest'
        and abs(latest.central_share - earlier.central_share) >= 0.01
        and abs(latest.comparable_share - latest.central_share) >= 0.005
)

select
    'central_office' as finding_id,
    'Central office' as title,
    true as available,
    told.sentence,
    '/money' as page,
    told.how_sure,
    figures.figure_name || '_' || ends.year_end as figure_id,
    figures.figure,
    ends.fiscal_year,
    figures.value,
    figures.unit,
from told
cross join ends
cross join lateral (
    values
        ('central', 'Central office, as coded', ends.central_amount::decimal(18,6), 'dollars'),
        ('central_share', 'Share of operating dollars, as coded', ends.central_share, 'share'),
        ('comparable', 'Central office, counted the same way', ends.comparable_amount::decimal(18,6), 'dollars'),
        ('comparable_share', 'Share of operating dollars, counted the same way', ends.comparable_share, 'share'),
        ('moved', 'Moved to other codes', ends.moved_amount::decimal(18,6), 'dollars'),
        ('school_control', 'Under school control', ends.school_control_amount::decimal(18,6), 'dollars'),
        ('school_control_share', 'Share under school control', ends.school_control_share, 'share'),
        ('school_control_per_student', 'Under school control, per student', ends.school_control_per_student::decimal(18,6), 'dollars per student')
) as figures(figure_name, figure, value, unit)
where figures.value is not null
