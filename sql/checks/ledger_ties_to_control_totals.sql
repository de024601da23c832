/*
rule: L01
title: The ledger is off the district's own control totals.
severity: block
fix: Ask finance for a ledger and its totals (mostly a trial balance) of the same moment; a fund that the ledger leaves out on purpose must leave the control totals too.
key: [fiscal_year, amount_type, fund_code]
partition: none
description: >
  A ledger that is a cent off its trial balance, or off another total that the district stands by, is another ledger. Compared are all rows that were read, also those
  that the map excludes. A fund without a control total is not compared, and the map says so.
*/
with control_ties as (
    select * from marts.control_ties
)

select
    format(
        '{}, fiscal year {}{}: the ledger has {}, {}{} {}, {} apart.',
        if(control_ties.fund_code = 'all', 'All funds', 'Fund ' || control_ties.fund_code),
        control_ties.fiscal_year,
        if(control_ties.amount_type = 'actual', '', ', ' || replace(control_ties.amount_type, '_', ' ')),
        exact_dollars_text(control_ties.ledger_amount),
        if(is_trial_balance(control_ties.source_document), 'the trial balance', 'the control total'),
        if(lower(control_ties.source_document) = 'trial balance', '', ' (' || control_ties.source_document || ')'),
        exact_dollars_text(control_ties.control_amount), exact_dollars_text(abs(control_ties.difference_amount))
    ) as what,
    control_ties.fiscal_year,
    control_ties.amount_type,
    control_ties.fund_code,
from control_ties
where control_ties.difference_amount <> 0
