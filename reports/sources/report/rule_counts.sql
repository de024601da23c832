-- One row: the rules counted, in a sentence, each by the year in which it came off worst.
with rules as (
    select
        rule_id,
        arg_min(rule_status, words.rule_rank(rule_status)) as rule_status,
    from release.quality_results
    group by rule_id
),

counted as (
    select
        count(*) as rules,
        count(*) filter (where rule_status = 'failed') as failed,
        count(*) filter (where rule_status = 'warned') as warned,
        count(*) filter (where rule_status = 'overridden') as overridden,
        count(*) filter (where rule_status = 'passed') as passed,
        count(*) filter (where rule_status = 'not_applicable') as idle,
    from rules
)

select
    format(
        '{} rules look for what usually goes wrong with the files of a school district. Failed: {}. To look at: {}. '
        || 'Let stand by the district: {}. Nothing found: {}. Not applicable here: {}.',
        rules, failed, warned, overridden, passed, idle
    ) as sentence,
from counted
