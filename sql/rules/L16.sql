/*
row: payroll beside the ledger's salaries, for one fund in a fiscal year
description: >
  Payroll adds no dollars, but people follow it to their sites. A fund is compared as far as both have it.
*/
with payroll_ties as (
    select * from marts.payroll_ties
),

limits as (
    select * from staging.quality_thresholds
)

select
    payroll_ties.fiscal_year,
    'fund ' || payroll_ties.fund_code as subject,
    quality_verdict(
        abs(payroll_ties.difference_amount) > limits.l16.block_share * abs(payroll_ties.ledger_amount),
        abs(payroll_ties.difference_amount) > limits.l16.warn_share * abs(payroll_ties.ledger_amount)
    ) as verdict,
    1 as checked,
    if(verdict is null, 0, 1) as failed,
    format(
        'Fund {}, fiscal year {}: payroll has {}, the ledger''s salaries {}.',
        payroll_ties.fund_code, payroll_ties.fiscal_year,
        exact_dollars_text(payroll_ties.payroll_amount), exact_dollars_text(payroll_ties.ledger_amount)
    ) as what,
from payroll_ties
cross join limits
