-- One row for each school that closed, merged, split or gave up its number, with a sentence.
select
    site_id,
    max(site_name) as name,
    case when site_id in (select site_id from release.schools) then '/schools/' || url_encode(site_id) || '/' end as link,
    strftime(effective_on, '%B %-d, %Y') as effective_on,
    case event
        when 'closed' then 'This school has been closed since ' || strftime(effective_on, '%B %-d, %Y') || '.'
        when 'merged' then 'This school was merged on ' || strftime(effective_on, '%B %-d, %Y') || '.'
        when 'split' then 'This school was split on ' || strftime(effective_on, '%B %-d, %Y') || '.'
        else 'From ' || strftime(effective_on, '%B %-d, %Y') || ' its number belongs to another school.'
    end
    || case when count(*) filter (where successor_site_id <> 'none') > 0
        then ' Its students went to ' || string_agg(
            successor_name || case when share is null then '' else ' (' || round(share * 100)::integer || '%)' end,
            ' and ' order by share desc nulls last, successor_name
        ) filter (where successor_site_id <> 'none') || '.'
        else '' end
    || ' Its dollars, students and results of earlier years stay here.' as sentence,
from release.site_changes
where site_type = 'school'
group by site_id, event, effective_on
order by site_id, effective_on
