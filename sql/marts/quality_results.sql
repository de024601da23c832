/*
row: what became of one quality rule in a fiscal year, or in all files together
key: [rule_id, fiscal_year]
partition: none
audience: analyst
description: >
  Every rule of the list has a row. One that is broken is failed, warned or overridden with a reason; one whose files
  the district does not send, or that found nothing to look at, is not applicable and says why.
*/
with quality_rules as (
    select * from staging.quality_rules
),

quality_overrides as (
    select * from staging.quality_overrides
),

accepted_checks as (
    select * from staging.accepted_checks
),

quality_verdicts as (
    select * from marts.quality_verdicts
),

judged as (
    select
        quality_rules.* exclude (things),
        quality_verdicts.fiscal_year,
        coalesce(quality_verdicts.things, quality_rules.things) as things,
        coalesce(quality_verdicts.checked, 0) as checked,
        coalesce(quality_verdicts.failed, 0) as failed,
        quality_verdicts.verdict,
        quality_verdicts.example,
        (
            select min(quality_overrides.override_reason)
            from quality_overrides
            where quality_overrides.rule_id = quality_rules.rule_id
                and coalesce(quality_overrides.fiscal_year = quality_verdicts.fiscal_year, true)
        ) as own_reason,
        (
            select min(accepted_checks.acceptance_reason)
            from accepted_checks
            where 'checks.' || accepted_checks.check_name = quality_rules.enforced_by
                and accepted_checks.checked_year in ('all', quality_verdicts.fiscal_year::varchar)
        ) as accepted_reason,
    from quality_rules
    left join quality_verdicts
        on quality_verdicts.rule_id = quality_rules.rule_id
        and quality_rules.absent_extract is null
)

select
    judged.rule_id,
    judged.fiscal_year,
    judged.position,
    case
        when judged.checked = 0 then 'not_applicable'
        when judged.verdict is null then 'passed'
        when coalesce(judged.own_reason, judged.accepted_reason) is not null then 'overridden'
        else judged.verdict
    end as rule_status,
    judged.rule_title,
    judged.extracts,
    judged.checked,
    judged.failed,
    judged.things,
    nullif(judged.threshold_text, '') as threshold_text,
    case
        when judged.absent_extract is not null then 'The district does not send: ' || judged.absent_extract || '.'
        when judged.checked = 0 then 'The files hold nothing to compare: ' || judged.things || '.'
        else format('{:,} of {:,} {}.', judged.failed, judged.checked, judged.things)
    end as found_text,
    judged.example,
    judged.example_is_public,
    if(judged.verdict is null, null, coalesce(judged.own_reason, judged.accepted_reason)) as override_reason,
    judged.when_it_matters,
    judged.how_to_resolve,
    judged.enforced_by,
from judged
