-- One row for each fiscal year that has a budget: operating dollars beside it, in words too.
with totals as (
    select
        fiscal_year,
        sum(adopted_amount)::decimal(18, 2) as adopted_amount,
        sum(revised_amount)::decimal(18, 2) as revised_amount,
        sum(spent_amount)::decimal(18, 2) as spent_amount,
        sum(committed_amount)::decimal(18, 2) as committed_amount,
        sum(left_amount)::decimal(18, 2) as left_amount,
    from release.budget_against_actual
    where operating
    group by fiscal_year
)

select
    totals.fiscal_year::varchar as fiscal_year,
    totals.fiscal_year = max(totals.fiscal_year) over () as is_newest,
    years.in_progress,
    words.through(years.ledger_as_of, years.last_period) as through,
    totals.adopted_amount,
    totals.revised_amount,
    totals.spent_amount,
    totals.committed_amount,
    totals.left_amount,
    round((totals.spent_amount + totals.committed_amount) / nullif(totals.revised_amount, 0), 6)::decimal(18, 6) as used_share,
    case when years.in_progress then 'So far, ' || words.through(years.ledger_as_of, years.last_period)
        else 'In fiscal year ' || totals.fiscal_year end
    || ', we spent ' || words.dollars(totals.spent_amount) || ' of a budget of ' || words.dollars(totals.revised_amount)
    || ' (' || words.percent(totals.spent_amount / nullif(totals.revised_amount, 0)) || ')'
    || case when totals.committed_amount <> 0 then ' and have promised another ' || words.dollars(totals.committed_amount) else '' end
    || case
        when totals.left_amount < 0 then '; we are ' || words.dollars(-totals.left_amount) || ' over it.'
        when years.in_progress then '; ' || words.dollars(totals.left_amount) || ' is left for the rest of the year.'
        else '; ' || words.dollars(totals.left_amount) || ' was left.'
    end
    || case when totals.revised_amount <> totals.adopted_amount
        then ' The budget was adopted at ' || words.dollars(totals.adopted_amount) || '.' else '' end as sentence,
from totals
inner join release.fiscal_years as years
    on totals.fiscal_year = years.fiscal_year
order by totals.fiscal_year
