/*
row: a site that ended or changed, and one site that follows it
key: [site_id, event, effective_on, successor_site_id]
partition: none
audience: analyst
description: >
  What became of a school, by name. A school keeps its own dollars, students and history.
*/
with site_changes as (
    select * from core.site_changes
),

sites as (
    select * from core.sites
),

names as (
    select sites.*
    from sites
    qualify row_number() over (partition by sites.site_id order by sites.fiscal_year desc) = 1
)

select
    site_changes.site_id,
    coalesce(names.site_name, site_changes.site_id) as site_name,
    coalesce(names.site_type, 'unlisted') as site_type,
    site_changes.event,
    site_changes.effective_on,
    coalesce(site_changes.successor_site_id, 'none') as successor_site_id,
    coalesce(successors.site_name, site_changes.successor_site_id, 'No successor') as successor_name,
    site_changes.share,
from site_changes
left join names
    on names.site_id = site_changes.site_id
left join names as successors
    on successors.site_id = site_changes.successor_site_id
