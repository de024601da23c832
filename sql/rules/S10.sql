/*
row: one project whose dollars are split over sites
description: >
  What checks.project_sites_sum_to_one refuses, counted.
*/
with project_sites as (
    select * from staging.project_sites
)

select
    null as fiscal_year,
    'project ' || project_sites.project_code as subject,
    quality_verdict(sum(project_sites.share) <> 1, false) as verdict,
    1 as checked,
    if(verdict is null, 0, 1) as failed,
    format('Project {}: {}.', project_sites.project_code, sum(project_sites.share)::varchar) as what,
from project_sites
group by project_sites.project_code
