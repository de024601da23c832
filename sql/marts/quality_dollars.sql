/*
row: one fact about the dollars of a fiscal year
key: [topic, fiscal_year, source_id, label]
partition: none
audience: analyst
description: >
  What an analyst checks before a board does: codes that no rule knows yet, payroll beside the ledger, control totals,
  and published figures that are not those of the ledger.
*/
with new_codes as (
    select * from marts.new_codes
),

payroll_ties as (
    select * from marts.payroll_ties
),

control_ties as (
    select * from marts.control_ties
),

benefits_waiting as (
    select * from marts.benefits_waiting
),

published_per_student as (
    select * from marts.published_per_student
)

select
    'new codes' as topic,
    new_codes.fiscal_year,
    new_codes.source_id,
    new_codes.label,
    if(new_codes.not_in_chart, 'not in the chart of accounts', 'no rule assigns it') as note,
    new_codes.lines as rows,
    new_codes.amount,
from new_codes

union all

select
    'new codes' as topic,
    benefits_waiting.fiscal_year,
    benefits_waiting.source_id,
    'benefits of fund ' || benefits_waiting.fund_code as label,
    'they follow salaries that are not yet assigned, or that the fund does not have' as note,
    null::bigint as rows,
    benefits_waiting.amount,
from benefits_waiting
where benefits_waiting.amount <> 0

union all

select
    'payroll beside ledger' as topic,
    payroll_ties.fiscal_year,
    'all' as source_id,
    'Fund ' || payroll_ties.fund_code as label,
    format(
        'payroll {}, ledger salaries {}',
        dollars_text(payroll_ties.payroll_amount),
        dollars_text(payroll_ties.ledger_amount)
    ) as note,
    null::bigint as rows,
    payroll_ties.difference_amount as amount,
from payroll_ties

union all

select
    'control totals' as topic,
    control_ties.fiscal_year,
    'all' as source_id,
    control_ties.amount_type || ', ' || if(control_ties.fund_code = 'all', 'all funds', 'fund ' || control_ties.fund_code) as label,
    control_ties.note,
    null::bigint as rows,
    control_ties.difference_amount as amount,
from control_ties

union all

select
    'published figures' as topic,
    published_per_student.fiscal_year,
    'all' as source_id,
    format(
        '{} ({}), {}',
        published_per_student.site_name,
        published_per_student.site_id,
        if(published_per_student.fund_code = 'all', 'all funds', 'fund ' || published_per_student.fund_code)
    ) as label,
    'the published dollars per student are not its dollars divided by its students; the map does not use them' as note,
    null::bigint as rows,
    null::decimal(18,2) as amount,
from published_per_student
where not published_per_student.agrees
