-- One row: the rules counted, in a sentence.
with worst as (
    select
        rule_id,
        bool_or(rule_status = 'failed') as is_failed,
        bool_or(rule_status = 'warned') as is_warned,
        bool_or(rule_status = 'overridden') as is_overridden,
        bool_and(rule_status = 'not_applicable') as is_idle,
    from release.quality_results
    group by rule_id
),

counted as (
    select
        count(*) as rules,
        count(*) filter (where is_failed) as failed,
        count(*) filter (where is_warned and not is_failed) as warned,
        count(*) filter (where is_overridden and not is_warned and not is_failed) as overridden,
        count(*) filter (where is_idle) as idle,
    from worst
)

select
    format(
        '{} rules look for what usually goes wrong with the files of a school district. Failed: {}. To look at: {}. '
        || 'Let stand by the district: {}. Nothing found: {}. Not applicable here: {}.',
        rules, failed, warned, overridden, rules - failed - warned - overridden - idle, idle
    ) as sentence,
from counted
