/*
row: the dollars of one kind of amount, purpose, fund and project in a fiscal year
key: [fiscal_year, amount_type, child_purpose_id, fund_code, project_code]
partition: none
audience: public
description: >
  What was estimated, adopted, revised, committed and spent, side by side. Kinds of amounts are never added up.
*/
with amounts as (
    select * from marts.amounts
)

select
    amounts.fiscal_year,
    amounts.amount_type,
    amounts.purpose_id,
    amounts.purpose_name,
    amounts.child_purpose_id,
    amounts.child_purpose_name,
    amounts.operating,
    amounts.fund_code,
    amounts.fund_name,
    amounts.project_code,
    amounts.project_name,
    amounts.amount,
from amounts
