-- One row for each school and measure of the latest fiscal year, beside all schools of its grade span.
with schools as (
    select schools.*
    from release.schools as schools
    inner join release.about as about
        on schools.fiscal_year = about.latest_fiscal_year
),

measures as (
    unpivot (
        select
            site_id,
            school_level,
            students,
            school_reported_amount,
            with_central_amount,
            all_in_amount,
        from schools
    )
    on school_reported_amount, with_central_amount, all_in_amount
    into name measure value amount
),

spans as (
    select
        school_level,
        measure,
        round(sum(amount) filter (where students > 0) / sum(students), 2)::decimal(18, 2) as per_student,
    from measures
    group by school_level, measure
)

select
    measures.site_id,
    case measures.measure when 'school_reported_amount' then 1 when 'with_central_amount' then 2 else 3 end as position,
    case measures.measure
        when 'school_reported_amount' then 'Recorded at the school'
        when 'with_central_amount' then 'With central people and grants'
        else 'All-in'
    end as name,
    case measures.measure
        when 'school_reported_amount' then 'What the ledger records at this school, with the benefits of those salaries.'
        when 'with_central_amount' then 'Also the staff paid centrally who work here, and central grants that work here.'
        else 'Also a share of central services, by the number of students.'
    end as explanation,
    measures.amount,
    case measures.measure
        when 'school_reported_amount' then schools.school_reported_per_student
        when 'with_central_amount' then schools.with_central_per_student
        else schools.all_in_per_student
    end as per_student,
    spans.per_student as span_per_student,
    min(measures.amount) over (partition by measures.site_id) = max(measures.amount) over (partition by measures.site_id) as is_same,
from measures
inner join schools
    on measures.site_id = schools.site_id
inner join spans
    on measures.measure = spans.measure
    and measures.school_level is not distinct from spans.school_level
order by measures.site_id, position
