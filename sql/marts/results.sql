/*
row: one result of a site for a grade and a student group in a school year
key: [school_year, site_id, measure, grade, student_group]
partition: none
audience: restricted
description: >
  Results beside the year of their dollars, with the rule of who may see them applied to each. Restricted, because the
  values of small groups are still in it. Dollars are those of the same year, or of the closest complete year that the
  ledger has, which spending_year names.
*/
with outcomes as (
    select * from core.outcomes
),

measures as (
    select * from staging.measures
),

sites as (
    select * from core.sites
),

settings as (
    select * from staging.settings
),

district_years as (
    select * from marts.district_years
),

about as (
    select * from marts.about
),

years as (
    select
        outcome_years.school_year,
        district_years.fiscal_year as spending_year,
        row_number() over (
            partition by outcome_years.school_year
            order by abs(district_years.fiscal_year - outcome_years.school_year), district_years.fiscal_year desc
        ) as distance,
    from (select distinct outcomes.school_year from outcomes) as outcome_years
    cross join about
    inner join district_years
        on district_years.fiscal_year between about.first_fiscal_year and about.latest_fiscal_year
    where about.year_to_date or not district_years.in_progress
)

select
    outcomes.school_year,
    outcomes.site_id,
    coalesce(sites.site_name, outcomes.site_id) as site_name,
    coalesce(sites.site_type, 'unlisted') as site_type,
    coalesce(sites.school_level, 'none') as school_level,
    outcomes.measure,
    coalesce(measures.measure_name, outcomes.measure) as measure_name,
    coalesce(measures.unit, if(outcomes.value is null, 'rating', 'points')) as unit,
    outcomes.grade,
    outcomes.student_group,
    outcomes.value,
    outcomes.rating,
    outcomes.students,
    outcomes.already_public,
    hides_result(outcomes.students, settings.minimum_n, outcomes.already_public) as value_hidden,
    years.spending_year,
from outcomes
cross join settings
inner join years
    on years.school_year = outcomes.school_year
    and years.distance = 1
left join sites
    on sites.fiscal_year = years.spending_year
    and sites.site_id = outcomes.site_id
left join measures
    on measures.measure = outcomes.measure
