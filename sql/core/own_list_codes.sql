/*
row: one code of an account, or one site, that a list in coding/ names
key: [list_file, segment, code]
partition: none
audience: analyst
description: >
  The district keeps these lists by hand, in a spreadsheet as a rule. Codes of its rule tables are not here: they are
  checked when the rules are read.
*/
with job_positions as (
    select * from staging.job_positions
),

project_sites as (
    select * from staging.project_sites
),

refused_combinations as (
    select * from staging.refused_combinations
)

select 'coding/jobs.csv' as list_file, 'job' as segment, job_positions.job_code as code
from job_positions

union

select 'coding/project_sites.csv' as list_file, 'project' as segment, project_sites.project_code as code
from project_sites

union

select 'coding/project_sites.csv' as list_file, 'site' as segment, project_sites.site_id as code
from project_sites

union

select
    'coding/refused_combinations.csv' as list_file,
    refused_combinations.first_segment as segment,
    refused_combinations.first_code as code,
from refused_combinations

union

select
    'coding/refused_combinations.csv' as list_file,
    refused_combinations.second_segment as segment,
    refused_combinations.second_code as code,
from refused_combinations
