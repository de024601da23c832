-- One row for each finding: the sentence, how sure it is, and where its figures stand.
select
    finding_id,
    min(position)::integer as position,
    min(title) as title,
    bool_and(available) as available,
    min(sentence) as sentence,
    min(page) as page,
    case when min(how_sure) in ('named account', 'project', 'job or assignment', 'object or function', 'description or vendor', 'default')
        then words.how_sure(min(how_sure)) else min(how_sure) end as how_sure,
from release.findings
group by finding_id
order by 2, 1
