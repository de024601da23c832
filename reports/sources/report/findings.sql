-- One row for each finding: the sentence, how sure it is, and where its figures stand.
select
    finding_id,
    min(position)::integer as position,
    min(title) as title,
    bool_and(available) as available,
    min(sentence) as sentence,
    words.page(min(page)) as page,
    words.sentence_case(min(how_sure)) as how_sure,
from release.findings
group by finding_id
order by 2, 1
