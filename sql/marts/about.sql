/*
row: the district and its latest complete year
key: [district_id]
partition: none
audience: analyst
description: >
  What stands beside every figure: whose it is, spent, committed or budgeted, of which years, as of when, tied to what, and how
  much of it stands on a specific rule. The latest year is the latest complete one; only where there is none it is the
  year in progress, and every figure of it is "year to date".
*/
with settings as (
    select * from staging.settings
),

district_years as (
    select * from marts.district_years
),

as_of as (
    select * from marts.as_of
),

students as (
    select * from core.students
),

tie_out as (
    select * from marts.tie_out
),

years as (
    select
        coalesce(
            min(district_years.fiscal_year) filter (where not district_years.in_progress),
            max(district_years.fiscal_year),
        ) as first_fiscal_year,
        coalesce(
            max(district_years.fiscal_year) filter (where not district_years.in_progress),
            max(district_years.fiscal_year),
        ) as latest_fiscal_year,
        max(district_years.fiscal_year) filter (where district_years.in_progress) as progress_fiscal_year,
    from district_years
),

-- What a per-student figure is divided by; checks.students_counted_alike holds that it is one kind in a year.
counted as (
    select
        students.school_year,
        max(students.denominator_type) as denominator_type,
        max(students.count_date) as count_date,
    from students
    group by students.school_year
),

latest as (
    select district_years.specific_rule_share, district_years.in_progress
    from district_years
    inner join years
        on years.latest_fiscal_year = district_years.fiscal_year
)

select
    settings.district_id,
    settings.district_name,
    settings.state,
    settings.invented,
    settings.amount_type,
    case
        when settings.amount_type = 'actual' then 'spent'
        when settings.amount_type in ('encumbrance', 'pre_encumbrance') then 'committed'
        else 'budgeted'
    end as amount_word,
    years.first_fiscal_year,
    years.latest_fiscal_year,
    latest.in_progress as year_to_date,
    -- A year before the latest that lacks its last periods is no year that is still running.
    if(years.progress_fiscal_year >= years.latest_fiscal_year, years.progress_fiscal_year, null) as progress_fiscal_year,
    'fiscal year ' || years.latest_fiscal_year || if(latest.in_progress, ' to date', '') as period_words,
    (select max(as_of.as_of) from as_of where as_of.kind in ('ledger', 'staffing')) as as_of,
    (
        select upper(left(string_agg(as_of.label, ', ' order by as_of.position), 1))
            || substr(string_agg(as_of.label, ', ' order by as_of.position), 2)
        from as_of
    ) as as_of_sentence,
    case counted.denominator_type
        when 'count_date' then 'students enrolled' || coalesce(' on ' || strftime(counted.count_date, '%B %-d, %Y'), '')
        when 'membership' then 'students in average membership'
        when 'attendance' then 'students in average daily attendance'
        when 'full_time_equivalent' then 'full-time equivalent students'
        else 'students'
    end as students_counted,
    coalesce(settings.scope_note, '') as scope_note,
    tie_out.ties_to,
    settings.minimum_n,
    latest.specific_rule_share,
from settings
cross join years
cross join tie_out
left join latest
    on true
left join counted
    on counted.school_year = years.latest_fiscal_year
