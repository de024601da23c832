/*
title: Every purpose that a rule gives is in the list of purposes.
severity: block
fix: Correct the purpose in coding/purpose.csv, or add it to coding/purposes.csv.
key: [purpose_id]
partition: none
description: >
  A purpose without a name would be a column of dollars that no page can show.
*/
with coded_lines as (
    select * from core.coded_lines
),

purposes as (
    select * from staging.purposes
)

select
    format(
        'Purpose {} is not in the list of purposes; lines that carry it: {}.',
        coded_lines.purpose_id, count(*)
    ) as what,
    coded_lines.purpose_id,
from coded_lines
left join purposes
    on purposes.purpose_id = coded_lines.purpose_id
where coded_lines.status <> 'excluded'
    -- Benefits have the purpose of the salary that they follow, once they are spread.
    and coded_lines.purpose_id <> 'follows_salary'
    and purposes.purpose_id is null
group by coded_lines.purpose_id
