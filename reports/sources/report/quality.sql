-- One row for each fact about the files that a reader of the quality page should know.
with topics (topic, topic_position, topic_name) as (
    values
    ('rows', 1, 'Records read, and where they went'),
    ('quarantined', 2, 'Rows set aside, by reason'),
    ('new codes', 3, 'Codes that no rule knows yet'),
    ('unlisted units', 4, 'Units that are not in the site list'),
    ('payroll beside ledger', 5, 'Payroll beside the ledger'),
    ('coding', 6, 'Coding')
)

select
    quality.topic,
    coalesce(topics.topic_position, 7) as topic_position,
    coalesce(topics.topic_name, upper(left(quality.topic, 1)) || substr(quality.topic, 2)) as topic_name,
    quality.position,
    quality.fiscal_year::varchar as fiscal_year,
    quality.source_id,
    quality.label,
    quality.rows::bigint as rows,
    quality.amount,
    quality.note,
from release.quality as quality
left join topics
    on quality.topic = topics.topic
order by topic_position, quality.topic, quality.position
