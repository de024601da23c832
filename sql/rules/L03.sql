/*
row: the journals of a fiscal year's actual lines
description: >
  Only of a ledger with both sides of each entry, which is known by its journals: of one with spending alone, hardly any
  balances.
*/
with gl_transactions as (
    select * from staging.gl_transactions
),

limits as (
    select * from staging.quality_thresholds
),

journals as (
    select
        gl_transactions.fiscal_year,
        gl_transactions.journal_id,
        sum(gl_transactions.amount) as amount,
    from gl_transactions
    where gl_transactions.amount_type = 'actual'
        and gl_transactions.journal_id is not null
    group by
        gl_transactions.fiscal_year,
        gl_transactions.journal_id
),

years as (
    select
        journals.fiscal_year,
        count(*) as journals,
        count(*) filter (where journals.amount <> 0) as open_journals,
        coalesce(sum(abs(journals.amount)), 0)::decimal(18,2) as open_amount,
    from journals
    group by journals.fiscal_year
)

select
    years.fiscal_year,
    'journals' as subject,
    quality_verdict(years.open_journals > limits.l03.block_share * years.journals, years.open_journals > 0) as verdict,
    years.journals as checked,
    years.open_journals as failed,
    format('Journals that do not balance: {:,}, by {}.', years.open_journals, exact_dollars_text(years.open_amount)) as what,
from years
cross join limits
where years.journals - years.open_journals >= limits.l03.whole_share * years.journals
