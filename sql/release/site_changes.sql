/*
row: a site that ended or changed, and one site that follows it
key: [site_id, event, effective_on, successor_site_id]
partition: none
audience: public
description: >
  What became of a school. Its dollars, students and history stay its own.
*/
with site_changes as (
    select * from marts.site_changes
)

select
    site_changes.site_id,
    site_changes.site_name,
    site_changes.site_type,
    site_changes.event,
    site_changes.effective_on,
    site_changes.successor_site_id,
    site_changes.successor_name,
    site_changes.share,
from site_changes
