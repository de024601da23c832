-- One row for each kind of file that is missing, in any form, and that some page would show.
select
    missing_extracts.position,
    missing_extracts.extract_title as name,
    words.sentence_case(missing_extracts.tier_name) as tier,
    case missing_extracts.extract_status when 'late' then 'Expected, and not all here yet' else 'Not sent' end as status,
    words.sentence_case(missing_extracts.unlocks) as unlocks,
from release.missing_extracts as missing_extracts
where missing_extracts.unlocks is not null
    and missing_extracts.extract_status <> 'sent in another form'
order by missing_extracts.position
