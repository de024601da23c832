/*
row: a site that ended or changed, and one site that follows it
key: [site_id, event, effective_on, successor_site_id]
partition: none
audience: analyst
answers: which schools closed, merged or split, and where their students went
description: >
  Schools that closed, merged, split or gave up their number, from the list of successors and from the closing days of
  the site list. Their dollars and students stay with them; only readers are told where they went.
*/
with site_successors as (
    select * from staging.site_successors
),

organizations as (
    select * from staging.organizations
),

changes as (
    select distinct
        site_successors.site_id,
        site_successors.event,
        site_successors.effective_on,
        site_successors.successor_site_id,
        site_successors.share,
    from site_successors
    union all
    select distinct
        organizations.site_id,
        'closed' as event,
        -- The list names the last day, a successor the first day after it.
        organizations.closed_on + 1 as effective_on,
        null as successor_site_id,
        null as share,
    from organizations
    anti join site_successors
        on site_successors.site_id = organizations.site_id
    where organizations.closed_on is not null
)

select
    changes.site_id,
    changes.event,
    changes.effective_on::date as effective_on,
    changes.successor_site_id,
    changes.share::decimal(9,6) as share,
from changes
