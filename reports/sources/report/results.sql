-- One row for each result of a school: measure, grade and group of students in a school year.
select
    results.school_year::varchar as school_year,
    results.spending_year::varchar as spending_year,
    results.site_id,
    '/schools/' || url_encode(results.site_id) || '/' as link,
    results.site_name as name,
    words.grade_span(results.school_level) as grade_span,
    words.grade_span_position(results.school_level) as span_position,
    results.measure,
    results.measure_name,
    results.unit,
    words.grade(results.grade) as grade,
    results.grade <> 'ALL' as is_by_grade,
    case results.student_group
        when 'all' then 'All students'
        when 'low_income' then 'Low-income students'
        when 'special_education' then 'Students in special education'
        when 'english_learner' then 'English learners'
        when 'gifted' then 'Gifted students'
        else 'Other students'
    end as student_group,
    -- What schools are compared by: all grades together, and each grade only where a measure comes by grade alone.
    results.student_group = 'all'
    and (results.grade = 'ALL' or not bool_or(results.grade = 'ALL') over (partition by results.measure)) as is_compared,
    results.value,
    results.rating,
    coalesce(
        words.result(results.value, results.rating, results.unit),
        case
            when results.hidden_reason like 'Hidden%' then results.hidden_reason
            when results.value_hidden then 'Hidden: ' || lower(left(results.hidden_reason, 1)) || substr(results.hidden_reason, 2)
        end
    ) as result,
    results.students,
    results.low_income_share,
    results.with_central_per_student,
    results.school_year = max(results.school_year) over (partition by results.measure) as is_latest,
from release.results as results
order by
    results.school_year desc,
    results.measure_name,
    words.grade_span_position(results.school_level),
    results.site_name,
    results.grade,
    results.student_group
