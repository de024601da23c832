/*
row: what became of one quality rule in a fiscal year, or in all files together
key: [rule_id, fiscal_year]
partition: none
audience: public
description: >
  Every quality rule with what it found, in counts. An example is told only where it is of dollars, never of staff or
  students. A rule that a person lets stand says why.
*/
with quality_results as (
    select * from marts.quality_results
)

select
    quality_results.rule_id,
    quality_results.fiscal_year,
    quality_results.position,
    quality_results.rule_status,
    quality_results.rule_title,
    quality_results.extracts,
    quality_results.checked,
    quality_results.failed,
    quality_results.things,
    quality_results.threshold_text,
    quality_results.found_text,
    if(quality_results.example_is_public, quality_results.example, null) as example,
    quality_results.override_reason,
    quality_results.when_it_matters,
    quality_results.how_to_resolve,
from quality_results
