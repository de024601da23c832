/*
row: one figure of the finding on results, need and dollars
key: [finding_id, figure_id]
partition: none
audience: analyst
description: >
  The strongest relation of a result with dollars per student, from a correlation of 0.5 on, of the latest school year
  with results. Within a grade span only: between spans, level and cost move together and say nothing about dollars.
*/
with relations as (
    select * from marts.relations
),

district_years as (
    select * from marts.district_years
),

ranked as (
    select
        relations.*,
        sure_text(district_years.specific_rule_share) as how_sure,
        row_number() over (
            order by abs(relations.correlation_with_dollars) desc, relations.measure, relations.school_level
        ) as place,
    from relations
    inner join district_years
        on district_years.fiscal_year = relations.spending_year
    where relations.school_year = (select max(latest.school_year) from relations as latest)
        and relations.enough_evidence
        and abs(relations.correlation_with_dollars) >= 0.5
        and relations.school_level <> 'all'
)

select
    'results_relation' as finding_id,
    'Results beside dollars' as title,
    true as available,
    ranked.sentence || ' A relation is no cause: look at who the students are before drawing on it.' as sentence,
    '/results' as page,
    ranked.how_sure,
    figures.figure_id,
    figures.figure,
    ranked.school_year as fiscal_year,
    figures.value,
    figures.unit,
from ranked
cross join lateral (
    values
        ('correlation_with_dollars', 'Correlation with dollars per student', ranked.correlation_with_dollars::decimal(18,6), 'index'),
        ('correlation_with_need', 'Correlation with the share of low-income students', ranked.correlation_with_need::decimal(18,6), 'index'),
        ('schools', 'Schools compared', ranked.schools::decimal(18,6), 'count')
) as figures(figure_id, figure, value, unit)
where ranked.place = 1
    and figures.value is not null
