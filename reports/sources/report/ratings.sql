-- One row for each rating in the latest school year of its measure: how many schools have it, and their students' need.
with ratings as (
    select
        *,
        school_year = max(school_year) over (partition by measure) as is_latest,
    from release.results
    where rating is not null
)

select
    school_year::varchar as school_year,
    measure_name,
    words.grade_span(school_level) as grade_span,
    rating,
    count(*)::integer as schools,
    round(avg(low_income_share::double), 4) as low_income_share,
    round(avg(with_central_per_student::double), 2) as with_central_per_student,
from ratings
where is_latest and grade = 'ALL' and student_group = 'all'
group by school_year, measure_name, school_level, rating
order by measure_name, grade_span, rating
