-- One row for each school, grade span and district in each fiscal year, beside the school's grade span.
-- Averages are dollars over students, of the schools whose students are shown.
with schools as (
    select * from release.schools
),

measured as (
    select
        fiscal_year,
        site_id,
        school_level,
        grouping(site_id, school_level) as grouped,
        count(*)::integer as schools,
        sum(students)::bigint as students,
        sum(low_income_share * students) filter (where low_income_share is not null)
        / sum(students) filter (where low_income_share is not null) as low_income_share,
        sum(school_reported_amount)::decimal(18, 2) as school_reported_amount,
        sum(all_in_amount)::decimal(18, 2) as all_in_amount,
        sum(school_reported_amount) filter (where students > 0)
        / sum(students) filter (where school_reported_amount is not null) as school_reported_per_student,
        sum(with_central_amount) filter (where students > 0)
        / sum(students) filter (where with_central_amount is not null) as with_central_per_student,
        sum(all_in_amount) filter (where students > 0)
        / sum(students) filter (where all_in_amount is not null) as all_in_per_student,
    from schools
    group by grouping sets ((fiscal_year, site_id, school_level), (fiscal_year, school_level), (fiscal_year))
)

select
    measured.fiscal_year::varchar as fiscal_year,
    case measured.grouped when 0 then 'row' when 2 then 'subtotal' else 'total' end as kind,
    coalesce(schools.site_id, '') as site_id,
    case when measured.grouped = 0 then '/schools/' || url_encode(measured.site_id) || '/' end as link,
    case measured.grouped
        when 0 then schools.site_name
        when 2 then words.grade_span_schools(measured.school_level)
        else 'All schools'
    end as name,
    case when measured.grouped < 3 then words.grade_span(measured.school_level) end as grade_span,
    case when measured.grouped < 3 then words.grade_span_schools(measured.school_level) end as span_name,
    nullif(schools.network_name, 'No network') as network_name,
    measured.schools,
    case when measured.grouped > 0 then measured.students else schools.students end as students,
    round(measured.low_income_share, 6)::decimal(18, 6) as low_income_share,
    schools.special_education_share,
    schools.english_learner_share,
    measured.school_reported_amount,
    measured.all_in_amount,
    case when measured.grouped = 0 then schools.school_reported_per_student
        else round(measured.school_reported_per_student, 2)::decimal(18, 2) end as school_reported_per_student,
    case when measured.grouped = 0 then schools.with_central_per_student
        else round(measured.with_central_per_student, 2)::decimal(18, 2) end as with_central_per_student,
    case when measured.grouped = 0 then schools.all_in_per_student
        else round(measured.all_in_per_student, 2)::decimal(18, 2) end as all_in_per_student,
    schools.need_index,
    coalesce(schools.counts_hidden, false) as counts_hidden,
    measured.fiscal_year = (select latest_fiscal_year from release.about) as is_latest,
    measured.fiscal_year not in (select fiscal_year from release.fiscal_years where not is_compared) as is_compared,
    row_number() over (
        order by measured.fiscal_year, measured.grouped, words.grade_span_position(measured.school_level),
            measured.low_income_share desc nulls last, schools.site_name, measured.site_id
    )::integer as position,
from measured
left join schools
    on measured.fiscal_year = schools.fiscal_year
    and measured.site_id = schools.site_id
order by position
