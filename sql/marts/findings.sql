/*
row: one figure of a finding; of a finding that the files cannot give, one row without a figure
key: [finding_id, figure_id]
partition: none
audience: analyst
description: >
  What a board should know first, computed by general rules from this district's own tables. The order is the order
  of the first page: what is wanted most, then what is always there, then what the files cannot say.
*/
with about as (
    select * from marts.about
),

all_findings as (
    select * from marts.finding_professional_learning
    union all by name
    select * from marts.finding_alike_schools
    union all by name
    select * from marts.finding_school_gap
    union all by name
    select * from marts.finding_need
    union all by name
    select * from marts.finding_central_office
    union all by name
    select * from marts.finding_outlier_school
    union all by name
    select * from marts.finding_moved_function
    union all by name
    select * from marts.finding_results_relation
    union all by name
    select * from marts.finding_vacancies
    union all by name
    select * from marts.finding_largest_purpose
    union all by name
    select
        finding_gaps.finding_id,
        finding_gaps.title,
        false as available,
        finding_gaps.sentence,
        '/quality' as page,
        'not available' as how_sure,
        'none' as figure_id,
        'No figure' as figure,
        null::integer as fiscal_year,
        null::decimal(18,6) as value,
        'none' as unit,
    from marts.finding_gaps
),

positions as (
    select *
    from (
        values
            (1, 'professional_learning'),
            (2, 'alike_schools'),
            (3, 'school_gap'),
            (4, 'need'),
            (5, 'central_office'),
            (6, 'vacancies'),
            (7, 'moved_function'),
            (8, 'outlier_school'),
            (9, 'results_relation'),
            (10, 'largest_purpose')
    ) as places(position, finding_id)
)

select
    all_findings.finding_id,
    if(all_findings.available, positions.position, positions.position + 100)::integer as position,
    all_findings.title,
    all_findings.available,
    -- Without a complete year the figures are of the year so far, which each sentence says.
    all_findings.sentence
        || if(all_findings.available and about.year_to_date, ' Year to date, not a whole year.', '') as sentence,
    all_findings.page,
    all_findings.how_sure,
    all_findings.figure_id,
    all_findings.figure,
    all_findings.fiscal_year,
    all_findings.value,
    all_findings.unit,
from all_findings
cross join about
inner join positions
    on positions.finding_id = all_findings.finding_id
