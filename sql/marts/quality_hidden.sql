/*
row: one measure of a school year of which every result is hidden
key: [topic, source_id, label]
partition: none
audience: analyst
description: >
  Results that were read and that no reader sees, because nobody says how many students each is about. Where their
  sender has published them, the district's configuration may say so. Small groups that are hidden are not told here.
*/
with results as (
    select * from marts.results
)

select
    'hidden results' as topic,
    'all' as source_id,
    format('{}, school year {}', min(results.measure_name), results.school_year) as label,
    'they do not say of how many students; where the sender has published them, write already_public: true at their source' as note,
    count(*)::bigint as rows,
    null::decimal(18,2) as amount,
from results
group by
    results.measure,
    results.school_year
having bool_and(results.value_hidden and results.students is null)
