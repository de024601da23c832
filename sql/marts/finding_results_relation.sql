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

about as (
    select * from marts.about
),

ranked as (
    select
        relations.*,
        sure_text(about.specific_rule_share) as how_sure,
        row_number() over (
            order by
                abs(relations.correlation_with_dollars) desc nulls last,
                relations.measure,
                relations.grade,
                relations.school_level
        ) as place,
        count(*) over () as looked_at,
    from relations
    cross join about
    where relations.school_year = (select max(latest.school_year) from relations as latest)
        and relations.enough_evidence
        and relations.school_level <> 'all'
)

select
    'results_relation' as finding_id,
    'Results beside dollars' as title,
    true as available,
    ranked.sentence || format(' It is the strongest of {} relations that were looked at, and no cause.', ranked.looked_at) as sentence,
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
        ('schools', 'Schools compared', ranked.schools::decimal(18,6), 'count'),
        ('relations', 'Relations looked at', ranked.looked_at::decimal(18,6), 'count')
) as figures(figure_id, figure, value, unit)
where ranked.place = 1
    and abs(ranked.correlation_with_dollars) >= 0.5
    and figures.value is not null
