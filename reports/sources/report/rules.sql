-- One row for each quality rule: what became of it in the year in which it came off worst.
with weights (rule_status, weight, status) as (
    values
    ('failed', 1, 'Failed'),
    ('warned', 2, 'To look at'),
    ('overridden', 3, 'Let stand'),
    ('passed', 4, 'Nothing found'),
    ('not_applicable', 5, 'Does not apply')
)

select
    results.rule_id,
    results.rule_title as title,
    arg_min(results.rule_status, weights.weight) as rule_status,
    arg_min(weights.status, weights.weight) as status,
    min(weights.weight)::integer as weight,
    results.position,
    format('{:,} {}', sum(results.checked)::bigint, min(results.things)) as looked_at,
    min(results.found_text) as found,
    results.threshold_text as limits,
    -- Names of settings, which the list of rules marks for a page of text.
    regexp_replace(results.when_it_matters, '`([^`]*)`', '“\1”', 'g') as matters,
    regexp_replace(results.how_to_resolve, '`([^`]*)`', '“\1”', 'g') as resolve,
from release.quality_results as results
inner join weights
    on results.rule_status = weights.rule_status
group by
    results.rule_id,
    results.rule_title,
    results.position,
    results.threshold_text,
    results.when_it_matters,
    results.how_to_resolve
order by weight, results.position
