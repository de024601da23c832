/*
row: the lines that one rule leaves out of the map, in a fiscal year
key: [fiscal_year, amount_type, exclusion_id, rule_id]
partition: none
audience: public
description: >
  What is no spending of this map, by name and with its amount.
*/
with exclusions as (
    select * from marts.exclusions
)

select
    exclusions.fiscal_year,
    exclusions.amount_type,
    exclusions.exclusion_id,
    exclusions.exclusion_name,
    exclusions.rule_id,
    exclusions.lines,
    exclusions.amount,
from exclusions
