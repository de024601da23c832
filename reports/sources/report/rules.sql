-- One row for each quality rule: what became of it in the year in which it came off worst.
select
    results.rule_id,
    results.rule_title as title,
    arg_min(results.rule_status, words.rule_rank(results.rule_status)) as rule_status,
    min(words.rule_rank(results.rule_status))::integer as rank,
    results.position,
    format('{:,} {}', sum(results.checked)::bigint, min(results.things)) as looked_at,
    min(results.found_text) as found,
    results.threshold_text as limits,
    -- Names of settings, which the list of rules marks for a page of text.
    regexp_replace(results.when_it_matters, '`([^`]*)`', '“\1”', 'g') as matters,
    regexp_replace(results.how_to_resolve, '`([^`]*)`', '“\1”', 'g') as resolve,
from release.quality_results as results
group by
    results.rule_id,
    results.rule_title,
    results.position,
    results.threshold_text,
    results.when_it_matters,
    results.how_to_resolve
order by rank, results.position
