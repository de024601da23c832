/*
rule: S10
title: The shares of a project's sites do not add up to 1.
severity: block
fix: Correct the shares of the project in coding/project_sites.csv.
acceptable: false
key: [project_code]
partition: none
description: >
  Shares that add up to less would leave dollars behind, and to more would invent some.
*/
with project_sites as (
    select * from staging.project_sites
)

select
    format(
        'Project {}: its shares add up to {}.',
        project_sites.project_code, sum(project_sites.share)::varchar
    ) as what,
    project_sites.project_code,
from project_sites
group by project_sites.project_code
having sum(project_sites.share) <> 1
