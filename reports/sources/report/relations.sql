-- One row for each measure and grade span in a school year: how results lie beside need and dollars.
with units as (
    select
        measure,
        min(unit) as unit,
    from release.results
    group by measure
)

select
    school_year::varchar as school_year,
    spending_year::varchar as spending_year,
    relations.measure,
    measure_name,
    words.grade(grade) as grade,
    units.unit,
    words.grade_span(school_level) as grade_span,
    words.grade_span_position(school_level) as span_position,
    schools::integer as schools,
    case when enough_evidence then format('{:.2f}', correlation_with_need) else 'Not enough evidence' end as with_need,
    case when enough_evidence then format('{:.2f}', correlation_with_dollars) else 'Not enough evidence' end as with_dollars,
    sentence,
    school_year = max(school_year) over (partition by relations.measure) as is_latest,
from release.relations as relations
left join units
    on relations.measure = units.measure
order by measure_name, school_year desc, span_position, relations.grade
