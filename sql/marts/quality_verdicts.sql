/*
row: what one quality rule found in a fiscal year, or in all files together, before anybody judges it
key: [rule_id, fiscal_year]
partition: none
audience: analyst
description: >
  The findings of a rule added up, with its worst verdict and the first thing that has it. A rule whose files the
  district does not send, or that found nothing to look at, has no row.
*/
with quality_rules as (
    select * from staging.quality_rules
),

quality_findings as (
    select * from marts.quality_findings
),

quality_reading as (
    select * from marts.quality_reading
),

looked_at as (
    select
        quality_findings.rule_id,
        quality_findings.fiscal_year,
        quality_findings.subject,
        quality_findings.verdict,
        quality_findings.checked,
        quality_findings.failed,
        quality_findings.what,
        quality_rules.things,
    from quality_findings
    inner join quality_rules
        on quality_rules.rule_id = quality_findings.rule_id
    union all
    select
        quality_reading.rule_id,
        null,
        'files',
        quality_reading.verdict,
        quality_reading.checked,
        quality_reading.failed,
        null,
        quality_reading.things,
    from quality_reading
)

select
    looked_at.rule_id,
    looked_at.fiscal_year,
    sum(looked_at.checked)::bigint as checked,
    sum(looked_at.failed)::bigint as failed,
    min(looked_at.things) as things,
    -- The worst: failed stands before warned.
    min(looked_at.verdict) as verdict,
    (
        min({'verdict': looked_at.verdict, 'subject': looked_at.subject, 'what': looked_at.what})
        filter (where looked_at.verdict is not null)
    ).what as example,
from looked_at
group by
    looked_at.rule_id,
    looked_at.fiscal_year
having sum(looked_at.checked) > 0
