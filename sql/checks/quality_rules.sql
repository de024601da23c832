/*
title: The files break a quality rule so far that a map of them would mislead.
severity: block
fix: Resolve what is named; if a person has looked at it and it may stand, write the rule and the reason under quality.overrides in district.yaml.
acceptable: false
key: [rule_id, fiscal_year]
partition: none
description: >
  Rules with a check of their own are left to it. An override in district.yaml takes the place of an acceptance here: its
  reason goes into the map.
*/
with quality_results as (
    select * from marts.quality_results
)

select
    format(
        '{}{}: {} {} {} {}',
        quality_results.rule_id,
        coalesce(', fiscal year ' || quality_results.fiscal_year, ''),
        quality_results.rule_title,
        quality_results.found_text,
        coalesce(quality_results.example, ''),
        quality_results.how_to_resolve
    ) as what,
    quality_results.rule_id,
    quality_results.fiscal_year,
from quality_results
where quality_results.rule_status = 'failed'
    and quality_results.enforced_by = 'rules'
