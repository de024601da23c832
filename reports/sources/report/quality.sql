-- One row for each fact about the files that a reader of the quality page should know, beyond what stands in
-- the tables of dollars and records.
with topics (topic, topic_position, topic_name) as (
    values
    ('late files', 0, 'Files that have not come'),
    ('new codes', 1, 'Codes that no rule knows yet'),
    ('unlisted units', 2, 'Units that are not in the site list'),
    ('payroll beside ledger', 3, 'Payroll beside the salaries of the ledger, by fund'),
    ('quarantined', 4, 'Rows set aside, by reason'),
    ('stored totals', 5, 'Totals that the files hold of their own rows'),
    ('published figures', 6, 'Published dollars per student that are not those of the ledger'),
    ('corrections', 7, 'Cells that the district corrects in its files, with the rows that each correction has changed'),
    ('federal numbers', 8, 'Schools without their federal number'),
    ('year before', 9, 'The year before, which the files do not hold'),
    ('not compared', 10, 'Years that were not compared with the year before'),
    ('hidden results', 11, 'Results that are hidden, because they do not say of how many students')
)

select
    quality.topic,
    coalesce(topics.topic_position, 12) as topic_position,
    coalesce(topics.topic_name, words.sentence_case(quality.topic)) as topic_name,
    quality.position,
    quality.fiscal_year::varchar as fiscal_year,
    nullif(quality.source_id, 'all') as source_id,
    quality.label,
    quality.rows::bigint as rows,
    quality.amount,
    nullif(quality.note, '') as note,
from release.quality as quality
left join topics
    on quality.topic = topics.topic
where quality.topic not in ('rows', 'coding', 'control totals')
order by topic_position, quality.topic, quality.position
