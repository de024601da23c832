/*
row: dollars that agree in every code, place and way of reaching the place
key: [fiscal_year, amount_type, site_id, child_purpose_id, priority_id, control, level, comparable_level, fund_code, function_code, comparable_function_code, object_group, project_code, attribution, measure, how_sure]
partition: none
audience: public
description: >
  Every dollar of the map once. Its sum is assigned + not yet assigned. Account dollars are public records and are not
  hidden; only what a school gets by its number of students is not shown at a school whose number is hidden.
*/
with spending as (
    select * from marts.spending
),

schools as (
    select * from marts.schools
),

about as (
    select * from marts.about
),

hidden as (
    select schools.fiscal_year, schools.site_id
    from schools
    cross join about
    where hides_students(schools.students, about.minimum_n)
),

placed as (
    select
        spending.*,
        case
            when spending.site_type = 'unlisted' then 'unlisted'
            when hidden.site_id is not null and spending.driver = 'students' then 'small_schools'
            else spending.site_id
        end as place_id,
    from spending
    left join hidden
        on hidden.fiscal_year = spending.fiscal_year
        and hidden.site_id = spending.site_id
)

select
    placed.fiscal_year,
    placed.amount_type,
    placed.place_id as site_id,
    case placed.place_id
        when 'unlisted' then 'Units that are not in the site list'
        when 'small_schools' then 'Schools with too few students to show'
        else placed.site_name
    end as site_name,
    if(placed.place_id = 'small_schools', 'other', placed.site_type) as site_type,
    if(placed.place_id = 'small_schools', 'none', placed.school_level) as school_level,
    if(placed.place_id = 'small_schools', 'No network', placed.network_name) as network_name,
    placed.purpose_id,
    placed.purpose_name,
    placed.child_purpose_id,
    placed.child_purpose_name,
    placed.priority_id,
    placed.priority_name,
    placed.control,
    placed.level,
    placed.comparable_level,
    placed.fund_code,
    placed.fund_name,
    placed.function_code,
    placed.function_name,
    placed.comparable_function_code,
    placed.object_group,
    placed.object_group_name,
    placed.project_code,
    placed.project_name,
    placed.attribution,
    placed.measure,
    placed.how_sure,
    placed.operating,
    sum(placed.amount)::decimal(18,2) as amount,
from placed
-- Every column but the amount: names go with their codes.
group by all
